import type { ErrorDetail } from '@vitrine/contracts'
import { errorOfEnd, type AttemptEnd } from '../attempt-end.ts'
import type { ProviderEndpoint } from '../provider.ts'
import type { Pass } from './circuit-breaker.ts'
import type { Lane, Limits } from './create-limits.ts'
import { passResultOf } from './pass-result.ts'

/** Why a failure that passes is not tried again. */
export type RetryStop = 'retry_budget' | 'circuit_open'

/** What stands between one call and its provider, by what became of the calls before it. */
export class CallGate {
  readonly #clock: () => number
  readonly #lane: Lane

  constructor(limits: Limits, provider: string, endpoint: ProviderEndpoint) {
    this.#clock = limits.clock
    this.#lane = limits.laneOf(provider, endpoint)
    this.#lane.retries.called(this.#clock())
  }

  /** The circuit is open: nothing may be sent now. */
  problem(): ErrorDetail | null {
    const waitMs = this.#lane.circuit.waitMs(this.#clock())
    if (waitMs === 0) return null
    const seconds = Math.ceil(waitMs / 1000)
    return {
      code: 'provider_circuit_open',
      message: `This provider failed too often just now, so nothing is sent to it for a while. Run again in ${seconds} s, or choose another provider.`,
      meta: { retry_after_ms: waitMs, retryable: true },
    }
  }

  enter(): Pass {
    return this.#lane.circuit.enter(this.#clock())
  }

  leave(pass: Pass, end: AttemptEnd): void {
    this.#lane.circuit.settle(pass, end.kind === 'left' ? 'unknown' : passResultOf(errorOfEnd(end)), this.#clock())
  }

  /** Takes one retry; where none may be made, says why. */
  takeRetry(): RetryStop | null {
    const nowMs = this.#clock()
    if (this.#lane.circuit.waitMs(nowMs) > 0) return 'circuit_open'
    return this.#lane.retries.take(nowMs) ? null : 'retry_budget'
  }
}
