import type { Model } from '@vitrine/contracts'

/** *Units*: milliseconds, on a clock that never goes back. */
export interface KeptListOptions {
  readonly now: () => number
  /** How long a list, or that there is none, is believed. */
  readonly keepMs: number
  /** Whether an earlier list outlives a failure to read it again. */
  readonly outlivesFailure: boolean
}

/** A server's list of models as it was read last. However many want it, it is read once. */
export class KeptList {
  readonly #options: KeptListOptions
  #models: readonly Model[] = []
  #readAtMs = Number.NEGATIVE_INFINITY
  #reading: Promise<void> | null = null

  constructor(options: KeptListOptions) {
    this.#options = options
  }

  get models(): readonly Model[] {
    return this.#models
  }

  get isReading(): boolean {
    return this.#reading !== null
  }

  /** Resolves when the list is fresh; it never rejects. `load` may hold a key, so it is not kept. */
  refresh(load: () => Promise<readonly Model[]>): Promise<void> {
    const { now, keepMs } = this.#options
    if (this.#reading === null && now() - this.#readAtMs < keepMs) return Promise.resolve()
    this.#reading ??= this.#read(load)
    return this.#reading
  }

  async #read(load: () => Promise<readonly Model[]>): Promise<void> {
    const { now, outlivesFailure } = this.#options
    try {
      this.#models = await load()
    } catch {
      if (!outlivesFailure) this.#models = []
    }
    this.#readAtMs = now()
    this.#reading = null
  }
}
