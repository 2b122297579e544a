import { type RandomBytes, runUrl, traceparent } from '@vitrine/client'
import type { ExecuteOptions } from '../../bindings.ts'
import type { Continuation } from '../../execution/continued/continuation.ts'
import { type FillColumns, type RowBody, rowBody } from '../../execution/row-body.ts'
import { toAgConfig } from '../../execution/run-request.ts'
import type { BatchRequest } from '../../execution/batch-request.ts'
import type { RowRun } from '../../execution/row-run.ts'
import type { Cell } from '../../state/cell.ts'
import type { PlaygroundState } from '../../state/playground-state.ts'
import type { EnhancedPrompt } from '../../state/prompt.ts'
import type { LoadableRow } from '../../state/row.ts'
import { inputsHash, promptHash, settingsHash } from '../../state/provenance.ts'
import type { RunnerRequest } from '../../worker/protocol.ts'
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
}): (
  runId: string,
  given: ExecuteOptions,
  fill?: FillColumns | null,
  continuation?: Pick<Continuation, 'body' | 'provenance'>,
) => BatchRequest {
  const { projectId, rowTimeoutMs = ROW_TIMEOUT_MS, wire = 'summary' } = options

  const requestWith = (runId: string, run: RowRun, token: string | null, sent: Pick<RunnerRequest, 'mode' | 'body'>, group?: string) => ({
    prefix,
    projectId,
    ...sent,
    token,
    headers: Object.fromEntries(new Headers(options.headers())),
    options: {
      runId,
      rowId: run.name,
      ...(group !== undefined && { group }),
      deadlineMs: rowTimeoutMs,
      wire,
      traceparent: options.trace?.traceparent?.() ?? traceparent(randomBytes),
    },
  })

  return (runId, { emptyMissing = false }, fill = null, continuation) => {
    if (continuation !== undefined) {
      const { body, provenance } = continuation
      return {
        refusalOf: () => null,
        originOf: () => ({ request: { url: runUrl(prefix, 'chat', projectId), body }, provenance }),
        requestFor: (run, token) => requestWith(runId, run, token, { mode: 'chat', body }),
      }
    }
    const url = runUrl(prefix, state.store.get(state.prompt.draftAtom).mode, projectId)
    const sides = new Map<string, Side>()
    /** The variants are read here and now, and those of which a row runs. */
    for (const variantId of state.store.get(state.prompt.variants.idsAtom))
      sides.set(variantId, readSide(state, variantId, emptyMissing, fill))
    const sideOf = ({ variantId }: RowRun): Side => {
      const side = sides.get(variantId)
      if (side === undefined) throw new Error(`There was no variant ${variantId} when the run began.`)
      return side
    }
    const sendable = (run: RowRun) => {
      const made = sideOf(run).bodyOf(run.row)
      if (!made.ok) throw new Error(made.failure.message)
      return made
    }
    const groupOf = (run: RowRun) => (run.batch.isGrouped && !sendable(run).isOwn ? `${runId} ${run.variantId}` : undefined)
    return {
      refusalOf(run) {
        const made = sideOf(run).bodyOf(run.row)
        return made.ok ? null : made.failure
      },
      originOf: (run) => ({ request: { url, body: sendable(run).body }, provenance: sideOf(run).provenanceOf(run.row) }),
      requestFor: (run, token) => requestWith(runId, run, token, { mode: sideOf(run).mode, body: sendable(run).body }, groupOf(run)),
    }
  }
}

/** What the rows of one variant have in common. */
interface Side {
  readonly mode: EnhancedPrompt['mode']
  bodyOf(row: LoadableRow): RowBody
  provenanceOf(row: LoadableRow): Cell['provenance']
}

function readSide({ store, prompt: asked }: PlaygroundState, variantId: string, emptyMissing: boolean, fill: FillColumns | null): Side {
  const prompt = store.get(asked.draftOf(variantId))
  const variables = store.get(asked.variablesOf(variantId))
  const agConfig = toAgConfig(prompt)
  const hashes = { promptHash: promptHash(prompt), settingsHash: settingsHash(prompt) }
  const bodies = new WeakMap<LoadableRow, RowBody>()
  const bodyOf = (row: LoadableRow) => {
    const body = bodies.get(row) ?? rowBody({ prompt, row, variables, emptyMissing }, agConfig, fill)
    bodies.set(row, body)
    return body
  }
  return {
    mode: prompt.mode,
    bodyOf,
    provenanceOf: (row) => ({ ...hashes, inputsHash: inputsHash(prompt, row) }),
  }
}
