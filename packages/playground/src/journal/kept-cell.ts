import { isActive } from '../state/cell-lifecycle.ts'
import { type Cell, EMPTY_CELL } from '../state/cell.ts'
import type { KeptCell } from './journal.ts'
import { withoutPlaces } from './without-places.ts'

/** Characters of JSON that what was sent and traced for one answer may take. */
export const MOST_DETAIL = 65_536

const DETAILS = ['wire', 'tree', 'request', 'response', 'logprobs'] as const
type Detail = (typeof DETAILS)[number]

function detailsOf(cell: Cell): Pick<Cell, Detail> | null {
  const { wire, tree, request, response, logprobs } = cell
  const details = { wire, tree, request, response, logprobs }
  return JSON.stringify(details).length > MOST_DETAIL ? null : withoutPlaces(details)
}

/** Whether a value is what an answer has that never ran: then it need not be kept. */
const saysNothing = (name: string, value: unknown): boolean => Reflect.get(EMPTY_CELL, name) === value

/**
 * An answer as it is kept; null where there is none, or where it is still on its way. When it was queued is on a clock that ends with the
 * page, and is left out.
 */
export function keptCell(cell: Cell, withDetails: boolean): KeptCell | null {
  const { state } = cell
  if (cell.runId === null || isActive(state) || (state !== 'done' && state !== 'failed' && state !== 'stopped')) return null
  const rest = Object.entries(cell).filter(([name, value]) => !DETAILS.some((detail) => detail === name) && !saysNothing(name, value))
  const kept = { ...Object.fromEntries(rest), state, queuedAtMs: null, queuePosition: null, retry: null }
  const details = withDetails ? detailsOf(cell) : null
  return details === null ? { ...kept, isReduced: true } : { ...kept, ...details }
}

const STATES = ['done', 'failed', 'stopped'] as const

/** An answer as it was. What a kept one does not say is as before anything ran, whatever else somebody wrote there. */
export function restoredCell(kept: KeptCell | null): Cell {
  if (kept === null || !STATES.includes(kept.state)) return EMPTY_CELL
  const own = Object.entries(kept).filter(([name, value]) => isFitting(name, value))
  return { ...EMPTY_CELL, ...Object.fromEntries(own), state: kept.state, runId: typeof kept.runId === 'string' ? kept.runId : 'kept' }
}

/** Whether a value can stand where a panel reads it: lists where lists are, texts where texts are. */
function isFitting(name: string, value: unknown): boolean {
  if (!Object.hasOwn(EMPTY_CELL, name)) return false
  const usual: unknown = Reflect.get(EMPTY_CELL, name)
  if (Array.isArray(usual)) return Array.isArray(value)
  return usual === null || usual === undefined || typeof usual === typeof value
}
