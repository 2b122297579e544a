import type { Cell } from './cell.ts'
import { inputsHash } from './provenance.ts'
import type { LoadableRow } from './row.ts'
import type { Basis } from './standing.ts'

/**
 * What is different now from what the cell was produced from: `prompt`, `settings`, then names of inputs; `history` where only the
 * conversation differs.
 */
export function changesSince(cell: Cell, basis: Basis, row: LoadableRow): readonly string[] {
  const { provenance } = cell
  if (provenance === null || cell.state !== 'done') return []
  const changes: string[] = []
  if (provenance.promptHash !== basis.promptHash) changes.push('prompt')
  if (provenance.settingsHash !== basis.settingsHash) changes.push('settings')
  if (provenance.inputsHash === inputsHash(basis.prompt, row)) return changes
  const sent = sentInputs(cell)
  const names = basis.prompt.variables.filter((name) => textOf(sent, name) !== textOf(row.data, name))
  const isConversation = names.length === 0 && changes.length === 0
  return [...changes, ...names, ...(isConversation ? ['history'] : [])]
}

function sentInputs({ request }: Cell): object {
  const body = request?.body
  const inputs = typeof body === 'object' && body !== null && 'inputs' in body ? body.inputs : null
  return typeof inputs === 'object' && inputs !== null ? inputs : {}
}

/** What was sent for a name, as the text it has in a row: a value that was sent as JSON is written back. */
function textOf(values: object, name: string): string {
  const value: unknown = Object.getOwnPropertyDescriptor(values, name)?.value
  return value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)
}
