const NAMES: ReadonlyMap<string, string> = new Map([
  ['demo', 'Demo'],
  ['openai', 'OpenAI'],
  ['anthropic', 'Anthropic'],
  ['openrouter', 'OpenRouter'],
  ['litellm', 'LiteLLM'],
])

/** A provider's own spelling of its name; of one that is not known, the id with a capital. */
export const providerName = (provider: string): string => NAMES.get(provider) ?? provider.charAt(0).toUpperCase() + provider.slice(1)

/** Two letters that stand for the provider of a model; a dot where nothing tells who it is. */
export function providerMark(model: string): string {
  const slash = model.indexOf('/')
  return slash <= 0 ? '·' : providerName(model.slice(0, slash)).slice(0, 2)
}
