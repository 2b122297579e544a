import type { Message } from '@vitrine/contracts'
import type { Cell, CellPart } from '../../state/cell.ts'
import { toToolCall } from '../../execution/cell-parts.ts'
import { answerMessage } from './history-edit.ts'

type Answered = CellPart & { readonly result: string }

const isAnswered = (part: CellPart): part is Answered => part.kind === 'tool-call' && part.result !== undefined

/** The rounds that went before the last one: what was said and called, then what each call was answered with. */
function earlierRounds(parts: readonly CellPart[]): readonly Message[] {
  const messages: Message[] = []
  let said = ''
  let calls: Answered[] = []
  const endRound = () => {
    if (calls.length === 0) return
    messages.push({ role: 'assistant', content: said === '' ? null : said, toolCalls: calls.map(toToolCall) })
    for (const { id, result } of calls) messages.push({ role: 'tool', toolCallId: id, content: result })
    said = ''
    calls = []
  }
  for (const part of parts) {
    if (isAnswered(part)) calls.push(part)
    else {
      endRound()
      if (part.kind === 'text') said += part.text
    }
  }
  endRound()
  return messages
}

/** What of a text came after the last call that was answered. */
function lastWords(parts: readonly CellPart[]): string {
  const last = parts.findLastIndex(isAnswered)
  return parts
    .slice(last + 1)
    .flatMap(({ kind, text }) => (kind === 'text' ? [text] : []))
    .join('')
}

/**
 * What a finished run adds to a conversation: its answer, and before it the calls that were answered on the way. Empty where there is
 * nothing to keep.
 */
export function answerMessages(cell: Cell): readonly Message[] {
  const { parts, toolCalls } = cell
  const earlier = earlierRounds(parts)
  if (earlier.length === 0 || cell.state === 'done') {
    const answer = answerMessage(cell)
    return answer === null ? [] : [...earlier, answer]
  }
  // Of a run that was stopped on the way, the words of earlier rounds are said already.
  const answered = new Set(parts.filter(isAnswered).map(({ id }) => id))
  const answer = answerMessage({ ...cell, text: lastWords(parts), toolCalls: toolCalls.filter(({ id }) => !answered.has(id)) })
  return cell.state === 'stopped' ? [...earlier, ...(answer === null ? [] : [answer])] : []
}
