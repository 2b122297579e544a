/** The providers whose name may stand before the slash. */
export const PROVIDERS = ['demo', 'openai', 'anthropic', 'google', 'mistral', 'deepseek', 'xai', 'groq', 'openrouter', 'litellm'] as const
export type ProviderName = (typeof PROVIDERS)[number]

export const isProvider = (name: string): name is ProviderName => PROVIDERS.some((known) => known === name)
