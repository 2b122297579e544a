import type { AvailableModel, Message, ModelSettings } from '@vitrine/contracts'

/** What a conversation holds that the model it goes to next cannot be given. */
export interface NotCarried {
  /** The API that wrote it. */
  readonly dialect: string
  /** Answers with thoughts that only that API can read. */
  readonly thoughts: number
  /** Answers with calls and items of that API's own. */
  readonly items: number
}

/** The API that a model is asked by, as answers name it; null where that cannot be told before it is asked. */
export function dialectOf(model: Pick<AvailableModel, 'provider' | 'api'> | null, settings: Pick<ModelSettings, 'api'>): string | null {
  if (model === null) return null
  if (model.provider === 'anthropic' || model.provider === 'openrouter') return model.provider
  const isAlways = (api: 'chat' | 'responses') => settings.api === api || (model.api?.length === 1 && model.api[0] === api)
  if (isAlways('responses')) return 'openai-responses'
  if (model.provider === 'openai') return isAlways('chat') ? 'openai-chat' : null
  return model.provider === 'demo' ? null : 'openai-chat'
}

const holdsThoughts = (item: unknown): boolean =>
  typeof item === 'object' && item !== null && 'type' in item && typeof item.type === 'string' && /thinking|reasoning/.test(item.type)

/** What is left out where the conversation goes to an API, by the API that wrote it. Empty where all of it goes along. */
export function notCarried(history: readonly Message[], dialect: string | null): readonly NotCarried[] {
  if (dialect === null) return []
  const found = new Map<string, { thoughts: number; items: number }>()
  for (const { native } of history) {
    if (native === undefined || native.dialect === dialect || native.items.length === 0) continue
    const counts = found.get(native.dialect) ?? { thoughts: 0, items: 0 }
    const thoughts = native.items.filter(holdsThoughts).length
    counts.thoughts += thoughts > 0 ? 1 : 0
    counts.items += native.items.length > thoughts ? 1 : 0
    found.set(native.dialect, counts)
  }
  return [...found].map(([name, counts]) => ({ dialect: name, thoughts: counts.thoughts, items: counts.items }))
}
