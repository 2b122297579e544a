import { createParser } from 'eventsource-parser'
import type { SseMessage } from './provider.ts'

export interface SseOptions {
  /** The most characters that one event may have. */
  readonly maxEventChars: number
  /** Comments are delivered as well, each as a message with `comment` and without data; otherwise they are passed over. */
  readonly comments?: boolean
}

/** An event grew past its bound. What was read before it was delivered. */
export class SseEventTooLarge extends Error {
  constructor(maxEventChars: number) {
    super(`one event of the stream is larger than ${maxEventChars} characters`)
    this.name = 'SseEventTooLarge'
  }
}

/**
 * Reads a server-sent stream, split anywhere.
 *
 * *Shape*: one batch for each piece of bytes that completed an event (or a comment, where they are asked for), so that what arrived together is handled together. A last event
 * without its blank line is delivered as well, marked `unterminated`.
 * *Errors*: passes on those of `body`; `SseEventTooLarge`.
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export async function* readSse(body: AsyncIterable<Uint8Array>, options: SseOptions): AsyncGenerator<readonly SseMessage[]> {
  let batch: SseMessage[] = []
  let failure: Error | null = null
  let isLast = false
  const parser = createParser({
    maxBufferSize: options.maxEventChars,
    onEvent: ({ event, data }) => {
      batch.push({ ...(event === undefined ? {} : { event }), data, ...(isLast ? { unterminated: true } : {}) })
    },
    ...(options.comments === true ? { onComment: (comment: string) => void batch.push({ comment, data: '' }) } : {}),
    onError: (error) => {
      if (error.type === 'max-buffer-size-exceeded') failure = new SseEventTooLarge(options.maxEventChars)
    },
  })
  // The parser drops the byte order mark itself, and must see it to know that it was the first character.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  for await (const bytes of body) {
    parser.feed(decoder.decode(bytes, { stream: true }))
    if (batch.length > 0) {
      const complete = batch
      batch = []
      yield complete
    }
    if (failure !== null) throw failure
  }
  isLast = true
  parser.feed(`${decoder.decode()}\n\n`)
  if (batch.length > 0) yield batch
}
