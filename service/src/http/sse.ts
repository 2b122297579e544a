import { type StreamEvent, streamEventToWire } from '@vitrine/contracts'
import { API_HEADERS } from './security-headers.ts'
import type { ReplyHeaders } from './reply.ts'

export interface StreamOptions {
  /** Silence after which a sign of life is sent. */
  readonly heartbeatMs: number
  /** How long a reader may take nothing before it counts as gone. */
  readonly stallMs: number
  /** The reader is gone; the events should end soon. */
  readonly onLeave: () => void
  /** Everything is written, or nobody is left to read it. */
  readonly onClose: () => void
}

/** Bytes that may wait for a slow reader before the provider is no longer read from. */
const BUFFER_BYTES = 65_536
/** Characters of text that are gathered in one turn at most. */
const TURN_CHARACTERS = 16_384

const encoder = new TextEncoder()

function frame(event: StreamEvent): string {
  const { event: name, data } = streamEventToWire(event)
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`
}

/** Adds an event to those of this turn; pieces of one part that meet here go out as one. */
function add(pending: StreamEvent[], event: StreamEvent): void {
  const last = pending.at(-1)
  if (event.type === 'part-delta' && last?.type === 'part-delta' && last.index === event.index) {
    pending[pending.length - 1] = { ...event, delta: last.delta + event.delta }
  } else pending.push(event)
}

/** Writes events as they come: one write per turn of the event loop, never faster than they are read. */
class EventWriter {
  readonly #events: AsyncIterable<StreamEvent>
  readonly #options: StreamOptions
  #pending: StreamEvent[] = []
  #characters = 0
  #scheduled = false
  #left = false
  #resume: (() => void) | null = null
  #heartbeat: NodeJS.Timeout | undefined

  constructor(events: AsyncIterable<StreamEvent>, options: StreamOptions) {
    this.#events = events
    this.#options = options
  }

  start(controller: ReadableStreamDefaultController<Uint8Array>): void {
    this.#heartbeat = setInterval(() => {
      if (!this.#left && (controller.desiredSize ?? 0) > 0) controller.enqueue(encoder.encode(frame({ type: 'heartbeat' })))
    }, this.#options.heartbeatMs)
    void this.#pump(controller)
  }

  pull(): void {
    this.#resume?.()
  }

  cancel(): void {
    this.#leave()
  }

  #leave(): void {
    if (this.#left) return
    this.#left = true
    this.#pending = []
    this.#resume?.()
    this.#options.onLeave()
  }

  async #pump(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    try {
      for await (const event of this.#events) {
        if (this.#left) continue
        add(this.#pending, event)
        this.#characters += event.type === 'part-delta' ? event.delta.length + 1 : 1
        if (this.#characters >= TURN_CHARACTERS) this.#flush(controller)
        else if (!this.#scheduled) {
          this.#scheduled = true
          setImmediate(() => {
            this.#scheduled = false
            this.#flush(controller)
          })
        }
        if ((controller.desiredSize ?? 0) <= 0) await this.#room(controller)
      }
      this.#flush(controller)
      if (!this.#left) controller.close()
    } catch (cause) {
      if (!this.#left) controller.error(cause)
    } finally {
      clearInterval(this.#heartbeat)
      this.#options.onClose()
    }
  }

  #flush(controller: ReadableStreamDefaultController<Uint8Array>): void {
    if (this.#left || this.#pending.length === 0) return
    const text = this.#pending.map(frame).join('')
    this.#pending = []
    this.#characters = 0
    this.#heartbeat?.refresh()
    controller.enqueue(encoder.encode(text))
  }

  async #room(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#resume = resolve
    const stall = setTimeout(() => {
      this.#leave()
      controller.error(new Error('the reader took nothing for too long'))
    }, this.#options.stallMs)
    await promise
    clearTimeout(stall)
    this.#resume = null
  }
}

/** A stream of server-sent events as an answer. @see contract.md, Response (stream) */
export const streamReply = (events: AsyncIterable<StreamEvent>, headers: ReplyHeaders, options: StreamOptions): Response =>
  new Response(new ReadableStream(new EventWriter(events, options), { highWaterMark: BUFFER_BYTES, size: (chunk) => chunk.byteLength }), {
    status: 200,
    headers: { ...API_HEADERS, 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no', ...headers },
  })
