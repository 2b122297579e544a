import { toToolCall } from '../../../execution/cell-parts.ts'
import type { Cell } from '../../../state/cell.ts'
import { AnswerText } from './answer-text.tsx'
import { ToolCallCard } from './tool-call-card.tsx'

/** Whether calls of tools were answered on the way, so that the answer came in several rounds. */
export const isInRounds = ({ parts }: Cell): boolean => parts.some(({ result }) => result !== undefined)

/** What the model said and called in each round, in the order in which it came. */
export function Rounds({ cell, isStreaming }: { readonly cell: Cell; readonly isStreaming: boolean }) {
  return cell.parts.map((part) => {
    if (part.kind === 'tool-call') return <ToolCallCard key={part.index} call={toToolCall(part)} result={part.result} />
    if (part.kind !== 'text' || part.text === '') return null
    return <AnswerText key={part.index} text={part.text} isStreaming={isStreaming && part === cell.parts.at(-1)} />
  })
}
