import type { Cell } from './cell.ts'
import { typeIn } from './column-setting.ts'
import { sentValue } from './column-value.ts'
import { inputsHash } from './provenance.ts'
import type { LoadableRow } from './row.ts'
import type { Basis } from './standing.ts'
import { canonicalText } from './text-hash.ts'

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
  const { variables, columnTypes = [] } = basis.prompt
  const body = sentBody(cell)
  const names = variables.filter((name) => {
    const text = Object.hasOwn(row.data, name) ? (row.data[name] ?? '') : ''
    const type = typeIn(columnTypes, name)
    return type === 'image' || type === 'file' ? !isPartOf(body, text) : !isSentAs(body, name, text, sentValue(type, text))
  })
  const isConversation = names.length === 0 && changes.length === 0
  return [...changes, ...names, ...(isConversation ? ['history'] : [])]
}

function sentBody({ request }: Cell): object {
  const body = request?.body
  return typeof body === 'object' && body !== null ? body : {}
}

/** A column whose values are no text is sent as a part of a message. */
const isPartOf = (body: object, text: string): boolean => text === '' || JSON.stringify(body).includes(JSON.stringify(text.trim()))

/** Whether a name was sent as this value, or as the object that a text is where a prompt reaches into it. */
function isSentAs(body: object, name: string, text: string, value: unknown): boolean {
  const inputs = 'inputs' in body && typeof body.inputs === 'object' && body.inputs !== null ? body.inputs : {}
  const sent: unknown = Object.getOwnPropertyDescriptor(inputs, name)?.value
  if (sent === undefined) return text === ''
  return canonicalText(sent) === canonicalText(value) || (typeof sent === 'object' && JSON.stringify(sent) === text)
}
