import type { WireAttempt, WireDetail, WireRequest } from '@vitrine/contracts'
import { foldBase64 } from './fold-base64.ts'
import type { Redactor } from './redact.ts'

/** Takes down one attempt as it goes over the wire; `toAttempt` is what may be shown of it. */
export interface WireCapture {
  responded(status: number, headers: Readonly<Record<string, string>>): void
  /** `isAnswer`: a model's answer and nothing else, which is shown byte for byte but for the call's own key. */
  body(text: string, isAnswer: boolean): void
  event(atMs: number, data: string, isAnswer: boolean): void
  toAttempt(end: { readonly times: WireAttempt['times']; readonly failure: string | null }): WireAttempt
}

export function createWireCapture(attempt: number, request: WireRequest, detail: WireDetail, redactor: Redactor): WireCapture {
  let response: { readonly status: number; readonly headers: Readonly<Record<string, string>> } | null = null
  let body: Shown | null = null
  const events: (Shown & { readonly atMs: number })[] = []
  return {
    responded: (status, headers) => {
      response = { status, headers: redactor.replyHeaders(headers) }
    },
    body: (text, isAnswer) => {
      body = { text, isAnswer }
    },
    event: (atMs, text, isAnswer) => {
      if (detail === 'full') events.push({ atMs, text, isAnswer })
    },
    toAttempt: ({ times, failure }) => ({
      attempt,
      request: {
        method: request.method,
        url: redactor.ownKey(request.url),
        headers: redactor.headers(request.headers),
        body: redactor.ownKey(foldBase64(request.body)),
      },
      ...(response === null
        ? {}
        : { response: { ...response, ...(body === null ? {} : { body: shown({ ...body, text: foldBase64(body.text) }, redactor) }) } }),
      ...(detail === 'full' ? { events: events.map(({ atMs, ...event }) => ({ atMs, data: shown(event, redactor) })) } : {}),
      times,
      ...(failure === null ? {} : { failure: redactor.text(failure) }),
    }),
  }
}

interface Shown {
  readonly text: string
  readonly isAnswer: boolean
}

/** What is no answer may quote the keys of others as well. */
const shown = ({ text, isAnswer }: Shown, redactor: Redactor): string => (isAnswer ? redactor.ownKey(text) : redactor.text(text))
