import type { WireAttempt, WireDetail, WireRequest } from '@vitrine/contracts'
import { foldBase64 } from './fold-base64.ts'
import type { Redactor } from './redact.ts'

/** Takes down one attempt as it goes over the wire; `toAttempt` is what may be shown of it. */
export interface WireCapture {
  responded(status: number, headers: Readonly<Record<string, string>>): void
  body(text: string): void
  event(atMs: number, data: string): void
  toAttempt(end: { readonly times: WireAttempt['times']; readonly failure: string | null }): WireAttempt
}

export function createWireCapture(attempt: number, request: WireRequest, detail: WireDetail, redactor: Redactor): WireCapture {
  let response: { readonly status: number; readonly headers: Readonly<Record<string, string>> } | null = null
  let body: string | null = null
  const events: { readonly atMs: number; readonly data: string }[] = []
  return {
    responded: (status, headers) => {
      response = { status, headers: redactor.replyHeaders(headers) }
    },
    body: (text) => {
      body = text
    },
    event: (atMs, data) => {
      if (detail === 'full') events.push({ atMs, data })
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
        : { response: { ...response, ...(body === null ? {} : { body: shownReply(foldBase64(body), response.status, redactor) }) } }),
      ...(detail === 'full' ? { events: events.map(({ atMs, data }) => ({ atMs, data: shownReply(data, 200, redactor) })) } : {}),
      times,
      ...(failure === null ? {} : { failure: redactor.text(failure) }),
    }),
  }
}

/** Byte for byte what came but for the key; where it is no answer, it may quote the keys of others as well. */
function shownReply(text: string, status: number, redactor: Redactor): string {
  const isAnswer = status < 300 && text.startsWith('{') && !text.includes('error"')
  return isAnswer ? redactor.ownKey(text) : redactor.text(text)
}
