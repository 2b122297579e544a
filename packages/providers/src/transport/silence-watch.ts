/** Gives up when a caller does, or when nothing is heard for too long. */
export class SilenceWatch {
  readonly #caller: AbortSignal
  readonly #controller = new AbortController()
  readonly #toFailure: () => Error
  #timer: NodeJS.Timeout | null = null
  #timedOut: Error | null = null
  #isStopped = false

  constructor(caller: AbortSignal, toFailure: () => Error) {
    this.#caller = caller
    this.#toFailure = toFailure
    if (caller.aborted) this.#follow()
    else caller.addEventListener('abort', this.#follow, { once: true })
  }

  get signal(): AbortSignal {
    return this.#controller.signal
  }

  get isStopped(): boolean {
    return this.#isStopped
  }

  /** Something was heard: the silence is counted anew. */
  start(ms: number): void {
    if (this.#isStopped) return
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#timedOut = this.#toFailure()
      this.#controller.abort(this.#timedOut)
    }, ms)
  }

  /** Closes the connection too, where it is still open. */
  stop(): void {
    this.#isStopped = true
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    this.#caller.removeEventListener('abort', this.#follow)
    this.#controller.abort(new Error('over'))
  }

  /** Why it was given up; null where it was not. */
  failure(): unknown {
    return this.#caller.aborted ? this.#caller.reason : this.#timedOut
  }

  readonly #follow = (): void => this.#controller.abort(this.#caller.reason)
}
