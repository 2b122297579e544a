/** What a provider of a configuration is here: a model to ask, or something that would have to be run or called. */
export type ProviderMeaning =
  | { readonly kind: 'model'; readonly model: string; readonly api?: 'responses' }
  | { readonly kind: 'runs-code' }
  | { readonly kind: 'calls-out' }
  | { readonly kind: 'unknown' }

/** Their makers, and ours; what stands between the maker and the name chooses the route. */
const MAKERS: readonly (readonly [theirs: string, ours: string, routes: readonly string[]])[] = [
  ['openai', 'openai', ['chat', 'responses']],
  ['anthropic', 'anthropic', ['messages']],
  ['google', 'google', []],
  ['mistral', 'mistral', []],
  ['deepseek', 'deepseek', []],
  ['xai', 'xai', []],
  ['groq', 'groq', []],
  ['openrouter', 'openrouter', []],
  ['litellm', 'litellm', ['chat']],
]
/** Routes that answer with something else than text. */
const OTHER_ROUTES: ReadonlySet<string> = new Set([
  'completion',
  'embedding',
  'embeddings',
  'image',
  'moderation',
  'realtime',
  'assistant',
  'transcription',
  'tts',
])

const RUNS = /^(exec|python|ruby|golang|javascript|file|package):|\.(js|mjs|cjs|ts|py|rb|go|sh)$/i
const CALLS = /^(https?|wss?|webhook|http|websocket|mcp|browser):?/i

export function modelOfProvider(id: string): ProviderMeaning {
  if (RUNS.test(id)) return { kind: 'runs-code' }
  const [theirs = '', ...rest] = id.split(':')
  const maker = MAKERS.find(([name]) => name === theirs)
  if (maker === undefined) return CALLS.test(id) ? { kind: 'calls-out' } : { kind: 'unknown' }
  const [, ours, routes] = maker
  const route = rest.length > 1 ? (rest[0] ?? '') : ''
  // A route alone leaves the model to the other tool.
  if (rest.length === 1 && routes.includes(rest[0] ?? '')) return { kind: 'unknown' }
  if (OTHER_ROUTES.has(route)) return { kind: 'unknown' }
  const name = (routes.includes(route) ? rest.slice(1) : rest).join(':')
  if (name === '') return { kind: 'unknown' }
  // Our built-in models are written as what they speak; they are not that maker's.
  const model = name.startsWith('demo/') ? name : `${ours}/${name}`
  return route === 'responses' ? { kind: 'model', model, api: 'responses' } : { kind: 'model', model }
}

/** A model as a configuration names it. One without a maker is taken for that of the maker who uses such names. */
export function providerOfModel(model: string, api?: string): string {
  const slash = model.indexOf('/')
  const maker = MAKERS.find(([, ours]) => ours === model.slice(0, Math.max(0, slash)))
  const theirs = maker?.[0] ?? (/^claude/i.test(model) ? 'anthropic' : 'openai')
  const name = maker === undefined ? model : model.slice(slash + 1)
  if (theirs === 'openai') return `openai:${api === 'responses' ? 'responses' : 'chat'}:${name}`
  return theirs === 'anthropic' ? `anthropic:messages:${name}` : `${theirs}:${name}`
}
