import { type PreparedRun, type RandomBytes, runUrl, traceparent } from '@vitrine/client'
import type { ExecuteOptions } from '../../bindings.ts'
import { transformToRequestBody, toAgConfig } from '../../execution/run-request.ts'
import type { BatchRequest } from '../../execution/run-many.ts'
import type { PlaygroundState } from '../../state/playground-state.ts'
import type { LoadableRow } from '../../state/row.ts'
import { inputsHash, promptHash, settingsHash } from '../../state/provenance.ts'
import type { StatelessOptions } from './stateless-options.ts'

const ROW_TIMEOUT_MS = 120_000

/** Requests of a batch, under the prompt as it is when the batch begins: what is typed later is for the next run. */
export function createBatchRequests({
  state,
  prefix,
  randomBytes,
  options,
}: {
  readonly state: PlaygroundState
  readonly prefix: string
  readonly randomBytes: RandomBytes
  readonly options: StatelessOptions & Required<Pick<StatelessOptions, 'headers'>>
}): (runId: string, given: ExecuteOptions) => BatchRequest {
  const { projectId, rowTimeoutMs = ROW_TIMEOUT_MS, wire = 'summary' } = options

  return (runId, { emptyMissing = false }) => {
    const prompt = state.store.get(state.prompt.draftAtom)
    const variables = state.store.get(state.prompt.variablesAtom)
    const { mode } = prompt
    const agConfig = toAgConfig(prompt)
    const hashes = { promptHash: promptHash(prompt), settingsHash: settingsHash(prompt) }
    const url = runUrl(prefix, mode, projectId)
    const bodies = new WeakMap<LoadableRow, PreparedRun['body']>()
    const bodyOf = (row: LoadableRow) => {
      const body = bodies.get(row) ?? transformToRequestBody({ prompt, row, variables, emptyMissing }, agConfig)
      bodies.set(row, body)
      return body
    }
    return {
      originOf: ({ row }) => ({
        request: { url, body: bodyOf(row) },
        provenance: { ...hashes, inputsHash: inputsHash(prompt, row) },
      }),
      requestFor: ({ id, row }, token) => ({
        prefix,
        projectId,
        mode,
        body: bodyOf(row),
        token,
        headers: Object.fromEntries(new Headers(options.headers())),
        options: {
          runId,
          rowId: id,
          deadlineMs: rowTimeoutMs,
          wire,
          traceparent: options.trace?.traceparent?.() ?? traceparent(randomBytes),
        },
      }),
    }
  }
}
