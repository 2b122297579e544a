import type { AttemptLimits } from './attempt-limits.ts'
import type { Limits } from './limits/create-limits.ts'
import type { Dialect, Provider } from './provider.ts'
import { runCall } from './run-call.ts'
import type { Transport } from './transport/transport.ts'

export interface CreateProviderOptions extends Partial<AttemptLimits> {
  readonly dialect: Dialect
  readonly transport: Transport
  /** From 0 to below 1; spreads the waits between attempts. */
  readonly random: () => number
  /** Resolves after so many milliseconds, or rejects when the signal is aborted before. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<unknown>
  readonly maxAttempts?: number
  /** Of the process: the retry budget and the circuit breaker. Without it neither bounds this provider. */
  readonly limits?: Limits
  /** By which `limits` tells providers apart; that of the dialect where absent. */
  readonly name?: string
}

/**
 * Makes a provider of a wire dialect: the one transport, retry loop, wire capture and stream reader that all dialects share.
 *
 * *Errors*: `run` never rejects. Only failures that pass are tried again, and never once a part of an answer has been passed on.
 */
export function createProvider(options: CreateProviderOptions): Provider {
  const { dialect, transport, random, sleep } = options
  const { maxAttempts = 3, limits = null, name = dialect.name } = options
  const { maxEventChars = 16_000_000, maxBodyBytes = 64_000_000, graceMs = 2_000 } = options
  const answerLimits: AttemptLimits = { maxEventChars, maxBodyBytes, graceMs }
  const callOptions = { name, dialect, transport, random, sleep, maxAttempts, limits, answerLimits }
  return {
    dialect: dialect.name,
    prepare: (call) => dialect.prepare(call),
    run: (call, context) => runCall(callOptions, call, context),
  }
}
