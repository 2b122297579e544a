import { SlidingWindow } from './sliding-window.ts'

export interface CircuitBreakerOptions {
  /** It opens where so large a part of the attempts in one window are faults: 0.5 is every second. */
  readonly share: number
  /** Fewer attempts than these in one window say nothing. */
  readonly least: number
  readonly windowMs: number
  /** For so long nothing is sent. */
  readonly cooldownMs: number
}

/** An attempt that may be sent; given back with what came of it. */
export interface Pass {
  readonly isProbe: boolean
  /** Tells the passes apart that were given before the circuit last opened. */
  readonly era: number
}

/** `answered`: the provider is there, whatever it said. `unknown`: nobody waited to see. */
export type PassResult = 'fault' | 'answered' | 'unknown'

/** While the one probe is out nobody knows how long it takes. */
const PROBE_WAIT_MS = 1_000

/**
 * Keeps calls away from a provider that fails: after too many faults nothing is sent for a while, and then one call alone, by whose result
 * the circuit closes or stays open.
 */
export class CircuitBreaker {
  readonly #options: CircuitBreakerOptions
  readonly #window: SlidingWindow
  #pass: Pass = { isProbe: false, era: 0 }
  #openUntilMs: number | null = null
  #probeUntilMs: number | null = null

  constructor(options: CircuitBreakerOptions) {
    this.#options = options
    this.#window = new SlidingWindow(options.windowMs)
  }

  /** For how many milliseconds nothing is sent; 0 where an attempt may be. */
  waitMs(nowMs: number): number {
    if (this.#openUntilMs === null) return 0
    if (nowMs < this.#openUntilMs) return this.#openUntilMs - nowMs
    return this.#probeUntilMs !== null && nowMs < this.#probeUntilMs ? PROBE_WAIT_MS : 0
  }

  /** To be asked where `waitMs` is 0, and to be given back to `settle`. */
  enter(nowMs: number): Pass {
    if (this.#openUntilMs === null) return this.#pass
    // A probe whose result never comes must not keep everybody out for ever.
    this.#probeUntilMs = nowMs + this.#options.cooldownMs
    return { isProbe: true, era: this.#pass.era }
  }

  settle({ isProbe, era }: Pass, result: PassResult, nowMs: number): void {
    if (era !== this.#pass.era) return
    if (isProbe) {
      this.#probeUntilMs = null
      if (result === 'fault') this.#open(nowMs)
      else if (result === 'answered') this.#close()
      return
    }
    if (result === 'unknown' || this.#openUntilMs !== null) return
    this.#window.add(nowMs, 1, result === 'fault' ? 1 : 0)
    if (result === 'answered') return
    const { all, marked } = this.#window.sums(nowMs)
    if (all >= this.#options.least && marked >= all * this.#options.share) this.#open(nowMs)
  }

  #open(nowMs: number): void {
    this.#openUntilMs = nowMs + this.#options.cooldownMs
    this.#pass = { isProbe: false, era: this.#pass.era + 1 }
  }

  #close(): void {
    this.#openUntilMs = null
    this.#window.clear()
    this.#pass = { isProbe: false, era: this.#pass.era + 1 }
  }
}
