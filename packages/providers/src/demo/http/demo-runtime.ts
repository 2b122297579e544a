import type { Sleep } from '../demo-options.ts'
import type { Attempts } from './attempts.ts'

/** What the handlers of one server share. */
export interface DemoRuntime {
  readonly apiKey: string
  readonly clock: () => number
  readonly sleep: Sleep
  readonly speed: number
  readonly attempts: Attempts
  /** A seed for ids, another one at every call. */
  readonly nextSeed: () => string
}
