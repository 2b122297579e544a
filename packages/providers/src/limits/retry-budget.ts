import { SlidingWindow } from './sliding-window.ts'

export interface RetryBudgetOptions {
  /** Retries per request: 0.1 is one for every ten. */
  readonly share: number
  /** So many are allowed in each window however few requests there are, or a single caller could never try again. */
  readonly least: number
  readonly windowMs: number
}

/**
 * Bounds the retries to one provider key by the requests that went there lately, so that a provider in trouble is not sent many times its
 * usual load by those who wait for it.
 */
export class RetryBudget {
  readonly #options: RetryBudgetOptions
  readonly #window: SlidingWindow

  constructor(options: RetryBudgetOptions) {
    this.#options = options
    this.#window = new SlidingWindow(options.windowMs)
  }

  /** A call begins. */
  called(nowMs: number): void {
    this.#window.add(nowMs, 1, 0)
  }

  /** Takes one retry out; false where none is left. */
  take(nowMs: number): boolean {
    const { all, marked } = this.#window.sums(nowMs)
    if (marked + 1 > this.#options.least + all * this.#options.share) return false
    this.#window.add(nowMs, 0, 1)
    return true
  }
}
