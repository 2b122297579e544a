import type { RunMode } from '@vitrine/contracts'
import type { AdmittedExchange } from '../middleware/exchange.ts'
import type { Outcome } from '../middleware/respond.ts'
import { type PrepareDeps, prepare } from './prepare.ts'
import { readRunRequest } from './read-run-request.ts'
import { type RunDeps, runStage } from './run-stage.ts'
import { runAttributes } from './trace-run.ts'

export interface TestDeps extends RunDeps, PrepareDeps {
  readonly maxBodyBytes: number
}

/** `POST /services/{completion,chat}/test`: one run, as JSON or as a stream. */
export function testStage(exchange: AdmittedExchange, mode: RunMode, deps: TestDeps): Promise<Outcome> {
  const { request, trace, clock, projectId } = exchange
  return runStage(
    exchange,
    async ({ options, form }) => {
      const read = await readRunRequest(request, mode, deps.maxBodyBytes)
      if (!read.ok) return read
      trace.annotate(runAttributes(read.request, options))
      return prepare(read.request, read.inputs, deps, { projectId, trace, clock, streams: form === 'stream' })
    },
    deps,
  )
}
