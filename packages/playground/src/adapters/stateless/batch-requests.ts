import { type PreparedRun, type RandomBytes, runUrl, traceparent } from '@vitrine/client'
import type { ExecuteOptions } from '../../bindings.ts'
import { transformToRequestBody, toAgConfig } from '../../execution/run-request.ts'
import type { BatchRequest } from '../../execution/run-many.ts'
import type { RowRun } from '../../execution/row-run.ts'
import type { Cell } from '../../state/cell.ts'
import type { PlaygroundState } from '../../state/playground-state.ts'
import type { EnhancedPrompt } from '../../state/prompt.ts'
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
    const url = runUrl(prefix, state.store.get(state.prompt.draftAtom).mode, projectId)
    const sides = new Map<string, Side>()
    /** The variants are read here and now, and those of which a row runs. */
    for (const variantId of state.store.get(state.prompt.variants.idsAtom)) sides.set(variantId, readSide(state, variantId, emptyMissing))
    const sideOf = ({ variantId }: RowRun): Side => {
      const side = sides.get(variantId)
      if (side === undefined) throw new Error(`There was no variant ${variantId} when the run began.`)
      return side
    }
    return {
      originOf: (run) => sideOf(run).originOf(run.row, url),
      requestFor: (run, token) => ({
        prefix,
        projectId,
        mode: sideOf(run).mode,
        body: sideOf(run).bodyOf(run.row),
        token,
        headers: Object.fromEntries(new Headers(options.headers())),
        options: {
          runId,
          rowId: run.name,
          ...(run.batch.isGrouped && { group: `${runId} ${run.variantId}` }),
          deadlineMs: rowTimeoutMs,
          wire,
          traceparent: options.trace?.traceparent?.() ?? traceparent(randomBytes),
        },
      }),
    }
  }
}

/** What the rows of one variant have in common. */
interface Side {
  readonly mode: EnhancedPrompt['mode']
  bodyOf(row: LoadableRow): PreparedRun['body']
  originOf(row: LoadableRow, url: string): Pick<Cell, 'request' | 'provenance'>
}

function readSide({ store, prompt: asked }: PlaygroundState, variantId: string, emptyMissing: boolean): Side {
  const prompt = store.get(asked.draftOf(variantId))
  const variables = store.get(asked.variablesOf(variantId))
  const agConfig = toAgConfig(prompt)
  const hashes = { promptHash: promptHash(prompt), settingsHash: settingsHash(prompt) }
  const bodies = new WeakMap<LoadableRow, PreparedRun['body']>()
  const bodyOf = (row: LoadableRow) => {
    const body = bodies.get(row) ?? transformToRequestBody({ prompt, row, variables, emptyMissing }, agConfig)
    bodies.set(row, body)
    return body
  }
  return {
    mode: prompt.mode,
    bodyOf,
    originOf: (row, url) => ({ request: { url, body: bodyOf(row) }, provenance: { ...hashes, inputsHash: inputsHash(prompt, row) } }),
  }
}
