import type { ModelApi } from './kernel/model.ts'

export const RAW_APIS = ['auto', 'chat', 'responses', 'messages'] as const satisfies readonly (ModelApi | 'auto')[]
export type RawApi = (typeof RAW_APIS)[number]

/**
 * The body of `POST /services/{completion,chat}/raw`: a provider's request as it was shown, edited by hand.
 *
 * *Shape*: `model` chooses the provider, by the same rules as in a prompt, and with it key and address; what the provider is asked for is
 * what `body` says. `api` is the kind of request that `body` is; `auto`, which is also what an absent one means, takes the one that a prompt
 * would be sent in. `body` goes out as the JSON value that it is, numbers as they are written, and decides by its own `stream`.
 */
export interface RawRequest {
  readonly model: string
  readonly api?: RawApi
  readonly body: Readonly<Record<string, unknown>>
}

const ENDINGS: readonly (readonly [string, ModelApi])[] = [
  ['/chat/completions', 'chat'],
  ['/responses', 'responses'],
  ['/messages', 'messages'],
]

/** The kind of request that goes to a provider's address, so that a request that was shown can be sent again; null where it is none of ours. */
export function apiOfUrl(url: string): ModelApi | null {
  const path = url.replace(/[?#].*$/, '').replace(/\/+$/, '')
  return ENDINGS.find(([ending]) => path.endsWith(ending))?.[1] ?? null
}
