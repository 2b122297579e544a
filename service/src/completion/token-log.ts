import type { PartLogprobs, StreamEvent, TestResponse } from '@vitrine/contracts'

/** What the events of a run say of its tokens, for whoever gets one document of it. */
export interface TokenLog {
  take(event: StreamEvent): void
  /** The response with them; itself where there are none. */
  addTo(response: TestResponse): TestResponse
}

export function createTokenLog(): TokenLog {
  const parts: { readonly index: number; readonly tokens: PartLogprobs['tokens'][number][] }[] = []
  return {
    take(event) {
      if (event.type !== 'logprobs' || event.tokens.length === 0) return
      const last = parts.at(-1)
      if (last?.index === event.index) for (const token of event.tokens) last.tokens.push(token)
      else parts.push({ index: event.index, tokens: [...event.tokens] })
    },
    addTo: (response) => (parts.length === 0 ? response : { ...response, logprobs: parts }),
  }
}
