import type { RunMode } from '@vitrine/contracts'
import type { AdmittedExchange } from '../middleware/exchange.ts'
import type { Outcome } from '../middleware/respond.ts'
import { prepareRaw } from './prepare-raw.ts'
import { readRawRun } from './read-raw-run.ts'
import { runStage } from './run-stage.ts'
import type { TestDeps } from './test-stage.ts'
import { rawAttributes } from './trace-run.ts'

/** `POST /services/{completion,chat}/raw`: one run of a body in the provider's own words. */
export function rawStage(exchange: AdmittedExchange, mode: RunMode, deps: TestDeps): Promise<Outcome> {
  const { request, trace, clock, projectId } = exchange
  return runStage(
    exchange,
    async ({ options }) => {
      trace.annotate(rawAttributes(mode, options))
      const read = await readRawRun(request, deps.maxBodyBytes)
      return read.ok ? prepareRaw(mode, read.request, deps, { projectId, trace, clock }) : read
    },
    deps,
  )
}
