import { createParser } from 'eventsource-parser'
import type { SseMessage } from './provider.ts'
import { Utf8Pieces } from './utf8-pieces.ts'

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

const NOTHING: readonly SseMessage[] = []

/**
 * Puts the events of a server-sent stream together from bytes that are split anywhere.
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export class SseParser {
  readonly #text = new Utf8Pieces()
  readonly #parser: ReturnType<typeof createParser>
  #batch: SseMessage[] = []
  #failure: SseEventTooLarge | null = null
  #isLast = false

  constructor(options: SseOptions) {
    this.#parser = createParser({
      maxBufferSize: options.maxEventChars,
      onEvent: ({ event, data }) => {
        const message: SseMessage = event === undefined ? { data } : { event, data }
        this.#batch.push(this.#isLast ? { ...message, unterminated: true } : message)
      },
      ...(options.comments === true ? { onComment: (comment: string) => void this.#batch.push({ comment, data: '' }) } : {}),
      onError: (error) => {
        if (error.type === 'max-buffer-size-exceeded') this.#failure = new SseEventTooLarge(options.maxEventChars)
      },
    })
  }

  /** An event has grown past its bound: nothing more can be read. */
  get failure(): SseEventTooLarge | null {
    return this.#failure
  }

  /** The events that these bytes complete. */
  push(bytes: Uint8Array): readonly SseMessage[] {
    this.#parser.feed(this.#text.push(bytes))
    return this.#take()
  }

  /** The stream is over: a last event without its blank line is delivered as well, marked `unterminated`. */
  end(): readonly SseMessage[] {
    this.#isLast = true
    this.#parser.feed(`${this.#text.end()}\n\n`)
    return this.#take()
  }

  #take(): readonly SseMessage[] {
    const batch = this.#batch
    if (batch.length === 0) return NOTHING
    this.#batch = []
    return batch
  }
}

/**
 * Reads a server-sent stream, split anywhere.
 *
 * *Shape*: one batch for each piece of bytes that completed an event (or a comment, where they are asked for), so that what arrived
 * together is handled together.
 * *Errors*: passes on those of `body`; `SseEventTooLarge`.
 */
export async function* readSse(body: AsyncIterable<Uint8Array>, options: SseOptions): AsyncGenerator<readonly SseMessage[]> {
  const parser = new SseParser(options)
  for await (const bytes of body) {
    const batch = parser.push(bytes)
    if (batch.length > 0) yield batch
    if (parser.failure !== null) throw parser.failure
  }
  const rest = parser.end()
  if (rest.length > 0) yield rest
}
