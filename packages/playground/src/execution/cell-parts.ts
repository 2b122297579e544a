import type { Part, PartKind, ToolCall, ToolResult } from '@vitrine/contracts'
import type { Cell, CellPart } from '../state/cell.ts'

type Contents = Pick<Cell, 'parts' | 'text' | 'thinking' | 'refusal' | 'toolCalls'>

const joinedText = (parts: readonly CellPart[], kind: PartKind): string => {
  const own = parts.filter((part) => part.kind === kind)
  return own.length === 1 ? (own[0]?.text ?? '') : own.map(({ text }) => text).join('')
}

export const toToolCall = ({ id, name, text }: CellPart): ToolCall => ({ id, type: 'function', function: { name, arguments: text } })

/** What a cell holds of one kind, made anew from its parts; the other kinds stay the strings they are. */
function contentsOf(parts: readonly CellPart[], kind: PartKind): Partial<Contents> {
  if (kind === 'tool-call') return { parts, toolCalls: parts.filter((part) => part.kind === kind).map(toToolCall) }
  return { parts, [kind]: joinedText(parts, kind) }
}

/** Where a part is in the list: nearly always at its end. */
function placeOf(parts: readonly CellPart[], index: number): number {
  return parts.at(-1)?.index === index ? parts.length - 1 : parts.findIndex((part) => part.index === index)
}

export function startPart(cell: Cell, part: Pick<CellPart, 'index' | 'kind'> & { readonly id?: string; readonly name?: string }): Cell {
  if (placeOf(cell.parts, part.index) >= 0) return cell
  const started: CellPart = { index: part.index, kind: part.kind, text: '', id: part.id ?? '', name: part.name ?? '' }
  return { ...cell, ...contentsOf([...cell.parts, started], part.kind) }
}

/** Text is put on by concatenation, which the engine keeps as a rope: as many deltas as there are cost what their text is long. */
export function growPart(cell: Cell, index: number, delta: string): Cell {
  const place = placeOf(cell.parts, index)
  const part = cell.parts[place]
  if (!part) return growPart(startPart(cell, { index, kind: 'text' }), index, delta)
  const parts = cell.parts.with(place, { ...part, text: part.text + delta })
  const isLastOfItsKind = !cell.parts.slice(place + 1).some(({ kind }) => kind === part.kind)
  if (part.kind === 'text' && isLastOfItsKind) return { ...cell, parts, text: cell.text + delta }
  if (part.kind === 'thinking' && isLastOfItsKind) return { ...cell, parts, thinking: cell.thinking + delta }
  return { ...cell, ...contentsOf(parts, part.kind) }
}

/** The part as its end says it is: what the service declares wins over what was put together. */
export function endPart(cell: Cell, index: number, part: Part): Cell {
  const place = placeOf(cell.parts, index)
  const before = cell.parts[place]
  if (!before) return endPart(startPart(cell, { index, kind: part.kind }), index, part)
  const text = part.kind === 'tool-call' ? part.arguments : part.text
  const names = part.kind === 'tool-call' ? { id: part.id, name: part.name } : {}
  const ended: CellPart = { ...before, ...names, kind: part.kind, text }
  if (ended.text === before.text && ended.id === before.id && ended.name === before.name && ended.kind === before.kind) return cell
  const parts = cell.parts.with(place, ended)
  return { ...cell, ...contentsOf(parts, before.kind), ...contentsOf(parts, part.kind) }
}

/** The calls with what they were answered with, before the model is asked again. */
export function answerCalls(cell: Cell, results: readonly ToolResult[]): Cell {
  const contents = new Map(results.map(({ id, content }) => [id, content]))
  const parts = cell.parts.map((part) => {
    const result = part.kind === 'tool-call' && part.result === undefined ? contents.get(part.id) : undefined
    return result === undefined ? part : { ...part, result }
  })
  return { ...cell, parts }
}
