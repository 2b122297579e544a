import { type BatchEvent, batchEventToWire } from '@vitrine/contracts'
import type { ReplyHeaders } from '../../http/reply.ts'
import { API_HEADERS } from '../../http/security-headers.ts'

export interface BatchWriterOptions {
  /** Silence after which a sign of life is sent. */
  readonly heartbeatMs: number
  /** How long a reader may take nothing of what is there before it counts as gone. */
  readonly stallMs: number
  /** The reader is gone; the rows should end soon. */
  readonly onLeave: () => void
}

/** Bytes that may wait for a slow reader. Rows that run are held up there; new ones do not begin above the half of it. */
const BUFFER_BYTES = 1_048_576

const encoder = new TextEncoder()

function frame(event: BatchEvent): string {
  const { event: name, data } = batchEventToWire(event)
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`
}

/** A piece of text, which another piece of the same part may follow in the same turn. */
interface Piece {
  readonly rowId: string
  readonly index: number
  readonly delta: string
}
const textOf = (one: string | Piece): string => {
  if (typeof one === 'string') return one
  const { rowId, index, delta } = one
  return frame({ type: 'row-event', rowId, event: { type: 'part-delta', index, delta } })
}

/**
 * Takes the events of many rows and writes them as one stream: one write per turn of the event loop, pieces of one part that meet in a turn
 * as one. It never refuses an event; whoever makes them asks for room first.
 */
export class BatchWriter {
  readonly #options: BatchWriterOptions
  readonly #stream: ReadableStream<Uint8Array>
  #controller: ReadableStreamDefaultController<Uint8Array> | null = null
  /** Of this turn. */
  #pending: (string | Piece)[] = []
  #pendingCharacters = 0
  /** Where among them the last piece of a row stands, as long as nothing else of that row came after it. */
  readonly #places = new Map<string, number>()
  #scheduled = false
  #over = false
  #sentBytes = 0
  #takenBytes = 0
  #waiting: { readonly room: number; readonly resolve: () => void }[] = []
  readonly #heartbeat: NodeJS.Timeout
  readonly #stall: NodeJS.Timeout

  constructor(options: BatchWriterOptions) {
    this.#options = options
    this.#stream = new ReadableStream(
      { start: (controller) => void (this.#controller = controller), pull: () => this.#admit(), cancel: () => this.leave() },
      { highWaterMark: BUFFER_BYTES, size: (chunk) => chunk.byteLength },
    )
    this.#heartbeat = setInterval(() => {
      if (this.#room() > 0) this.#send(frame({ type: 'heartbeat' }))
    }, options.heartbeatMs)
    this.#stall = setInterval(() => this.#lookForReader(), options.stallMs)
  }

  put(event: BatchEvent): void {
    if (this.#over) return
    if (event.type === 'row-event' && event.event.type === 'part-delta') this.#putPiece({ rowId: event.rowId, ...event.event })
    else {
      const text = frame(event)
      if ('rowId' in event) this.#places.delete(event.rowId)
      this.#pendingCharacters += text.length
      this.#pending.push(text)
    }
    if (this.#scheduled) return
    this.#scheduled = true
    setImmediate(() => {
      this.#scheduled = false
      this.#flush()
    })
  }

  #putPiece({ rowId, index, delta }: Piece): void {
    const place = this.#places.get(rowId) ?? -1
    const last = this.#pending[place]
    this.#pendingCharacters += delta.length
    if (typeof last === 'object' && last.index === index) this.#pending[place] = { rowId, index, delta: last.delta + delta }
    else this.#places.set(rowId, this.#pending.push({ rowId, index, delta }) - 1)
  }

  /** Null where a row may go on; else resolves when it may, or when nobody reads any more. */
  roomToGoOn(): Promise<void> | null {
    return this.#roomFor(1)
  }

  /** The same for a row that has not begun. */
  roomToStart(): Promise<void> | null {
    return this.#roomFor(BUFFER_BYTES / 2)
  }

  /** Everything was said. */
  end(): void {
    this.#flush()
    if (this.#stop()) this.#controller?.close()
  }

  /** The reader is gone: nothing more is written, and whoever waits for room goes on. */
  leave(): void {
    if (!this.#stop()) return
    this.#pending = []
    this.#admit()
    this.#options.onLeave()
  }

  toResponse(headers: ReplyHeaders): Response {
    return new Response(this.#stream, {
      status: 200,
      headers: { ...API_HEADERS, 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no', ...headers },
    })
  }

  #room(): number {
    return this.#over ? 0 : (this.#controller?.desiredSize ?? 0) - this.#pendingCharacters
  }

  #roomFor(room: number): Promise<void> | null {
    if (this.#over || this.#room() >= room) return null
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#waiting.push({ room, resolve })
    return promise
  }

  #admit(): void {
    const room = this.#room()
    const ready = this.#waiting.filter((one) => this.#over || one.room <= room)
    if (ready.length === 0) return
    this.#waiting = this.#waiting.filter((one) => !ready.includes(one))
    for (const { resolve } of ready) resolve()
  }

  #flush(): void {
    if (this.#over || this.#pending.length === 0) return
    const text = this.#pending.map(textOf).join('')
    this.#pending = []
    this.#pendingCharacters = 0
    this.#places.clear()
    this.#heartbeat.refresh()
    this.#send(text)
    this.#admit()
  }

  #send(text: string): void {
    const bytes = encoder.encode(text)
    this.#sentBytes += bytes.byteLength
    this.#controller?.enqueue(bytes)
  }

  /** Called once in a while: a reader who has taken nothing since the last time, though there was something, is gone. */
  #lookForReader(): void {
    const left = BUFFER_BYTES - (this.#controller?.desiredSize ?? 0)
    const taken = this.#sentBytes - left
    if (left > 0 && taken === this.#takenBytes) {
      this.leave()
      this.#controller?.error(new Error('the reader took nothing for too long'))
    }
    this.#takenBytes = taken
  }

  /** False where it was over before. */
  #stop(): boolean {
    if (this.#over) return false
    this.#over = true
    clearInterval(this.#heartbeat)
    clearInterval(this.#stall)
    return true
  }
}
