import { messageText } from '../../state/message-text.ts'
import type { RowParts } from '../../state/row-parts.ts'
import type { LoadableRow } from '../../state/row.ts'
import type { History } from './history-edit.ts'

/** The name under which a case says which one it came from. */
export const BRANCHED_FROM = 'branched_from'

/**
 * A conversation as a case to test: what was said before its last answer, and the answer as what is expected, where that is wanted.
 * `answer` is the one that is not in the conversation yet; null where the conversation ends in its answer, or in none.
 */
export function testCaseOf(row: LoadableRow, answer: string | null, expectsAnswer: boolean): RowParts {
  const { data, history, checks, metadata } = row
  const last = history.at(-1)
  const isIn = last?.role === 'assistant' && (last.toolCalls ?? []).length === 0
  const said = isIn ? messageText(last) : (answer ?? '')
  return {
    data,
    history: isIn ? history.slice(0, -1) : history,
    ...(checks && { checks }),
    ...(metadata && { metadata }),
    ...(expectsAnswer && said !== '' && { expected: said }),
  }
}

/** The case that an edit begins, with a note of where it came from. What is expected of the old one is not expected of it. */
export const branchOf = ({ data, checks, metadata }: LoadableRow, history: History, number: number): RowParts => ({
  data,
  history,
  ...(checks && { checks }),
  metadata: { ...metadata, [BRANCHED_FROM]: String(number) },
})

/** The case that a branch came from, as it was counted then; null for what is no branch. */
export function branchedFrom({ metadata }: Pick<LoadableRow, 'metadata'>): number | null {
  const said = metadata && Object.hasOwn(metadata, BRANCHED_FROM) ? Number(metadata[BRANCHED_FROM]) : Number.NaN
  return Number.isInteger(said) && said > 0 ? said : null
}
