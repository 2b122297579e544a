import type { ChatTestRequest } from '@vitrine/contracts'
import { askedByRun } from '../../panels/code/asked-request.ts'
import type { Cell } from '../../state/cell.ts'
import { joinedCell } from './joined-cell.ts'
import { takesPrefill } from './takes-prefill.ts'

/** What a model is told that takes the turn before for a finished one. It is no text of the interface: it stands in the wire. */
export const GO_ON = 'Continue exactly where you stopped.'

/** How an answer that is not whole goes on: with what its own run was asked, whatever was changed since. */
export interface Continuation {
  readonly body: ChatTestRequest
  readonly provenance: Cell['provenance']
  /** What the cell shows of the part that comes. */
  readonly shown: (part: Cell) => Cell
}

const isBrokenOff = ({ state, finishReason }: Cell): boolean =>
  state === 'stopped' || state === 'failed' || (state === 'done' && finishReason === 'length')

/** Null where there is nothing to go on from: no text, or one that is no whole by itself (calls of tools, a document of a given format). */
export function continuationOf(cell: Cell): Continuation | null {
  if (!isBrokenOff(cell) || cell.text.trim() === '' || cell.toolCalls.length > 0 || cell.refusal !== '') return null
  const asked = askedByRun({ request: cell.continued?.request ?? cell.request })
  if (asked === null) return null
  const settings = asked.body.ag_config.prompt.llm_config
  const format = settings.response_format?.type ?? 'text'
  if (format !== 'text') return null
  const isPrefilled = takesPrefill(settings)
  // Those that go on with it refuse one that ends in a space.
  const content = isPrefilled ? cell.text.trimEnd() : cell.text
  const before = 'messages' in asked.body ? asked.body.messages : []
  return {
    body: {
      ...asked.body,
      messages: [...before, { role: 'assistant', content }, ...(isPrefilled ? [] : [{ role: 'user' as const, content: GO_ON }])],
    },
    provenance: cell.provenance,
    shown: (part) => joinedCell(cell, part),
  }
}
