import type { RunMode } from '@vitrine/contracts'
import { UNCLAIMED, claimRun, readIdempotencyKey } from '../idempotency/claim-run.ts'
import type { IdempotencyStore } from '../idempotency/idempotency-store.ts'
import type { AdmittedExchange } from '../middleware/exchange.ts'
import type { Outcome } from '../middleware/respond.ts'
import { type PrepareDeps, prepare } from './prepare.ts'
import { readRunRequest } from './read-run-request.ts'
import { type RunDeps, runStage } from './run-stage.ts'
import { runAttributes } from './trace-run.ts'

export interface TestDeps extends RunDeps, PrepareDeps {
  readonly maxBodyBytes: number
  readonly idempotency: IdempotencyStore
}

/** `POST /services/{completion,chat}/test`: one run, as JSON or as a stream. */
export function testStage(exchange: AdmittedExchange, mode: RunMode, deps: TestDeps): Promise<Outcome> {
  const { request, trace, clock, projectId } = exchange
  return runStage(
    exchange,
    async ({ options, form }) => {
      const given = readIdempotencyKey(request.headers)
      if (!given.ok) return given
      const read = await readRunRequest(request, mode, deps.maxBodyBytes)
      if (!read.ok) return read
      trace.annotate(runAttributes(read.request, options))
      const route = `/services/${mode}/test`
      const claimed = given.key === null ? UNCLAIMED : claimRun(deps.idempotency, { projectId, route, key: given.key }, [read.text])
      if (!claimed.ok) return claimed
      if (claimed.kept !== null) return { ok: true, kept: claimed.kept }
      const { claim } = claimed
      let prepared: Awaited<ReturnType<typeof prepare>> | null = null
      try {
        prepared = await prepare(read.request, read.inputs, deps, { projectId, trace, clock, streams: form === 'stream' })
      } finally {
        if (prepared?.ok !== true) claim?.abandon()
      }
      return prepared.ok ? { ...prepared, claim } : prepared
    },
    deps,
  )
}
