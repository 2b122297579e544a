/** What a byte queue tells its source. */
export interface ByteSource {
  pause(): void
  resume(): void
  /** The reader leaves before the end. */
  cancel(): void
}

const HIGH_WATER_BYTES = 64 * 1024

/**
 * Bytes on their way from a pushing source to one pulling reader, with backpressure: the source is paused while more than 64 KiB wait.
 *
 * *Errors*: a failure reaches the reader after what was pushed before it.
 */
export class ByteQueue implements AsyncIterableIterator<Uint8Array> {
  readonly #source: ByteSource
  #waiting: Uint8Array[] = []
  #next = 0
  #bytes = 0
  #isPaused = false
  #end: { readonly failure: unknown } | { readonly failure?: never } | null = null
  #reader: { resolve(result: IteratorResult<Uint8Array>): void; reject(failure: unknown): void } | null = null

  constructor(source: ByteSource) {
    this.#source = source
  }

  push(bytes: Uint8Array): void {
    if (this.#end !== null) return
    if (this.#reader !== null) {
      this.#takeReader().resolve({ done: false, value: bytes })
      return
    }
    this.#waiting.push(bytes)
    this.#bytes += bytes.byteLength
    if (this.#bytes > HIGH_WATER_BYTES && !this.#isPaused) {
      this.#isPaused = true
      this.#source.pause()
    }
  }

  close(): void {
    if (this.#end !== null) return
    this.#end = {}
    if (this.#reader !== null) this.#takeReader().resolve({ done: true, value: undefined })
  }

  fail(failure: unknown): void {
    if (this.#end !== null) return
    this.#end = { failure }
    if (this.#reader !== null) this.#takeReader().reject(failure)
  }

  next(): Promise<IteratorResult<Uint8Array>> {
    const bytes = this.#waiting[this.#next]
    if (bytes !== undefined) {
      this.#taken(bytes)
      return Promise.resolve({ done: false, value: bytes })
    }
    if (this.#end !== null) {
      if ('failure' in this.#end) return Promise.reject(this.#end.failure)
      return Promise.resolve({ done: true, value: undefined })
    }
    return new Promise((resolve, reject) => {
      this.#reader = { resolve, reject }
    })
  }

  return(): Promise<IteratorResult<Uint8Array>> {
    if (this.#end === null) {
      this.#end = {}
      this.#source.cancel()
    }
    this.#waiting = []
    this.#next = 0
    return Promise.resolve({ done: true, value: undefined })
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  #taken(bytes: Uint8Array): void {
    this.#next += 1
    this.#bytes -= bytes.byteLength
    if (this.#next === this.#waiting.length) {
      this.#waiting = []
      this.#next = 0
    }
    if (this.#isPaused && this.#bytes <= HIGH_WATER_BYTES / 2) {
      this.#isPaused = false
      this.#source.resume()
    }
  }

  #takeReader(): { resolve(result: IteratorResult<Uint8Array>): void; reject(failure: unknown): void } {
    const reader = this.#reader
    if (reader === null) throw new Error('a byte queue without a reader was asked for one')
    this.#reader = null
    return reader
  }
}
