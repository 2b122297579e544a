import { hash } from 'node:crypto'
import type { ProviderEndpoint } from '../provider.ts'
import { urlParts } from '../url-parts.ts'
import { BoundedMap } from './bounded-map.ts'
import { CircuitBreaker, type CircuitBreakerOptions } from './circuit-breaker.ts'
import { RetryBudget, type RetryBudgetOptions } from './retry-budget.ts'

export interface LimitsOptions {
  /** Milliseconds, monotonic, of the process: it goes on from call to call. */
  readonly clock: () => number
  readonly retries?: Partial<RetryBudgetOptions>
  readonly circuit?: Partial<CircuitBreakerOptions>
  /** How many keys are remembered. */
  readonly mostLanes?: number
}

/** What is remembered of the calls with one key to one address of one provider. */
export interface Lane {
  readonly circuit: CircuitBreaker
  /** Shared by all addresses of one origin. */
  readonly retries: RetryBudget
}

/** What one process remembers of its calls, so that a provider in trouble is left alone. Keys are remembered by their digest only. */
export interface Limits {
  readonly clock: () => number
  laneOf(provider: string, endpoint: ProviderEndpoint): Lane
}

const RETRIES: RetryBudgetOptions = { share: 0.1, least: 20, windowMs: 30_000 }
const CIRCUIT: CircuitBreakerOptions = { share: 0.5, least: 20, windowMs: 30_000, cooldownMs: 30_000 }
const MOST_LANES = 1_000

/** Made once for a process and handed to every provider. */
export function createLimits({ clock, retries, circuit, mostLanes = MOST_LANES }: LimitsOptions): Limits {
  const lanes = new BoundedMap<Lane>(mostLanes)
  const budgets = new BoundedMap<RetryBudget>(mostLanes)
  return {
    clock,
    laneOf: (provider, { baseUrl, apiKey }) => {
      const key = apiKey === null ? '' : hash('sha256', apiKey, 'base64')
      return lanes.getOrCreate(`${provider} ${baseUrl} ${key}`, () => ({
        circuit: new CircuitBreaker({ ...CIRCUIT, ...circuit }),
        retries: budgets.getOrCreate(`${urlParts(baseUrl).url.origin} ${key}`, () => new RetryBudget({ ...RETRIES, ...retries })),
      }))
    },
  }
}
