import { type TokenSource, authRefused, tokenAfterRefusal } from '@vitrine/client'
import type { OnSteps, RunOutcome, Runner, RunnerRequest } from '../worker/protocol.ts'

/**
 * One run with the token that is held; once more with a new one where that is refused. Tokens are asked for here, on the page, and
 * handed over with each request. Never rejects.
 */
export async function executeRow(options: {
  readonly runner: Runner
  readonly tokens: TokenSource
  readonly prepare: (token: string | null) => RunnerRequest
  readonly onSteps: OnSteps
  /** False once the run was stopped: then nothing is sent any more. */
  readonly isWanted: () => boolean
}): Promise<RunOutcome> {
  const { runner, tokens, prepare, onSteps, isWanted } = options
  const held = await tokens.current()
  if (!held.ok) return held
  if (!isWanted()) return { ok: true }
  const first = await runner.run(prepare(held.value), onSteps)
  if (first.ok || first.failure.status !== 401 || !isWanted()) return first
  const renewed = await tokenAfterRefusal(tokens, held.value, first.failure)
  if (!renewed.ok) return renewed
  if (!isWanted()) return { ok: true }
  const second = await runner.run(prepare(renewed.value), onSteps)
  return second.ok || second.failure.status !== 401 ? second : { ok: false, failure: authRefused(second.failure) }
}
