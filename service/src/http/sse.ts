import type { ServerResponse } from 'node:http'
import { type StreamEvent, streamEventToWire } from '@vitrine/contracts'
import { createNodeOutlet } from './node-outlet.ts'
import type { Outlet } from './outlet.ts'
import { API_HEADERS } from './security-headers.ts'
import type { ReplyHeaders } from './reply.ts'
import { createWebOutlet } from './web-outlet.ts'

export interface StreamOptions {
  /** What is written to; null where the stream is to be the body of the answer. */
  readonly outgoing: ServerResponse | null
  /** Silence after which a sign of life is sent. */
  readonly heartbeatMs: number
  /** How long a reader may take nothing before it counts as gone. */
  readonly stallMs: number
  /** The reader is gone; the events should end soon. */
  readonly onLeave: () => void
  /** Everything is written, or nobody is left to read it. */
  readonly onClose: () => void
}

/** Characters of text that are gathered in one turn at most. */
const TURN_CHARACTERS = 16_384

const STREAM_HEADERS = { ...API_HEADERS, 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' } as const

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
  readonly #outlet: Outlet
  readonly #heartbeat: NodeJS.Timeout
  #pending: StreamEvent[] = []
  #characters = 0
  #scheduled = false
  #left = false
  #resume: (() => void) | null = null

  constructor(events: AsyncIterable<StreamEvent>, headers: ReplyHeaders, options: StreamOptions) {
    this.#events = events
    this.#options = options
    const { outgoing } = options
    const all = { ...STREAM_HEADERS, ...headers }
    const outletEvents = { onRoom: () => this.#resume?.(), onLeave: () => this.#leave() }
    this.#outlet = outgoing === null ? createWebOutlet(all, outletEvents) : createNodeOutlet(outgoing, all, outletEvents)
    this.#heartbeat = setInterval(() => {
      if (!this.#left && this.#outlet.hasRoom) this.#outlet.write(frame({ type: 'heartbeat' }))
    }, options.heartbeatMs)
  }

  /** Begins to write; what it writes to is the answer. */
  start(): Response {
    void this.#pump()
    return this.#outlet.response
  }

  #leave(): void {
    if (this.#left) return
    this.#left = true
    this.#pending = []
    this.#resume?.()
    this.#options.onLeave()
  }

  async #pump(): Promise<void> {
    const outlet = this.#outlet
    try {
      for await (const event of this.#events) {
        if (this.#left) continue
        add(this.#pending, event)
        this.#characters += event.type === 'part-delta' ? event.delta.length + 1 : 1
        if (this.#characters >= TURN_CHARACTERS) this.#flush()
        else if (!this.#scheduled) {
          this.#scheduled = true
          setImmediate(this.#flushTurn)
        }
        if (!outlet.hasRoom) await this.#room()
      }
      this.#flush()
      if (!this.#left) outlet.end()
    } catch (cause) {
      if (!this.#left) outlet.fail(cause)
    } finally {
      // What happens to the connection from here on is nobody's leaving.
      this.#left = true
      clearInterval(this.#heartbeat)
      this.#options.onClose()
    }
  }

  readonly #flushTurn = (): void => {
    this.#scheduled = false
    this.#flush()
  }

  #flush(): void {
    if (this.#left || this.#pending.length === 0) return
    const text = this.#pending.map(frame).join('')
    this.#pending = []
    this.#characters = 0
    this.#heartbeat.refresh()
    this.#outlet.write(text)
  }

  async #room(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#resume = resolve
    const stall = setTimeout(() => {
      this.#leave()
      this.#outlet.fail(new Error('the reader took nothing for too long'))
    }, this.#options.stallMs)
    await promise
    clearTimeout(stall)
    this.#resume = null
  }
}

/** A stream of server-sent events as an answer. @see contract.md, Response (stream) */
export const streamReply = (events: AsyncIterable<StreamEvent>, headers: ReplyHeaders, options: StreamOptions): Response =>
  new EventWriter(events, headers, options).start()
