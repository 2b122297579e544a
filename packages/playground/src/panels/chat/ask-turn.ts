import type { RunEvent, VitrineClient } from '@vitrine/client'
import type { ModelSettings } from '@vitrine/contracts'
import { applyEvent } from '../../execution/apply-event.ts'
import { columnFiller, mediaColumns, rowBody } from '../../execution/row-body.ts'
import { toAgConfig } from '../../execution/run-request.ts'
import { EMPTY_CELL, type Cell } from '../../state/cell.ts'
import type { PlaygroundState } from '../../state/playground-state.ts'
import { chatSessionOf, withEntry, withoutEntry } from './chat-session.ts'
import type { History } from './history-edit.ts'

export interface TurnQuestion {
  readonly state: PlaygroundState
  readonly client: Pick<VitrineClient, 'run'>
  /** Of the turn; see `turnKey`. */
  readonly key: string
  readonly rowId: string
  readonly variantId: string
  /** What is said before the answer. */
  readonly history: History
  readonly settings: ModelSettings
}

/**
 * Asks for one more answer to a conversation, apart from the run of its case. Meanwhile it is in the session under the turn's key, and
 * stays there where it failed. Answers with the cell that came of it; it never rejects.
 */
export async function askTurn({ state, client, key, rowId, variantId, history, settings }: TurnQuestion): Promise<Cell> {
  const { store, clock, prompt, rows } = state
  const { runsAtom } = chatSessionOf(state)
  const controller = new AbortController()
  const stop = () => controller.abort()
  let cell: Cell = applyEvent({ ...EMPTY_CELL, runId: key, queuedAtMs: clock(), state: 'queued' }, { type: 'sent' }, clock())
  const put = (next: Cell) => {
    cell = next
    store.set(runsAtom, (runs) => withEntry(runs, key, { cell, model: settings.model, stop }))
  }
  store.get(runsAtom).get(key)?.stop()
  put(cell)
  const row = store.get(rows.rowAtom(rowId))
  if (row === null) return cell
  const draft = { ...store.get(prompt.draftOf(variantId)), llmConfig: settings }
  const fill = mediaColumns(draft).size > 0 ? await columnFiller() : null
  const made = rowBody(
    { prompt: draft, row: { ...row, history }, variables: store.get(prompt.variablesOf(variantId)) },
    toAgConfig(draft),
    fill,
  )
  const take = (event: RunEvent) => put(applyEvent(cell, event, clock()))
  if (!made.ok) take({ type: 'error', error: made.failure })
  else for await (const event of client.run('chat', made.body, { wire: 'full', signal: controller.signal })) take(event)
  if (cell.state === 'done') store.set(runsAtom, (runs) => withoutEntry(runs, key))
  return cell
}
