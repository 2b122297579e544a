import type { Message } from '@vitrine/contracts'
import type { ImportedPrompt, RecognisedColumn, RecognisedRow } from '../import/recognition.ts'
import { literalText } from './literal-text.ts'
import { isPlainText } from './message-text.ts'

/** One row of a file of conversations; `expected` is the answer that it wants. */
export interface ConversationRow {
  readonly line: number | null
  readonly messages: readonly Message[]
  readonly expected: string
}

export interface SplitConversations {
  readonly prompt: ImportedPrompt
  readonly columns: readonly RecognisedColumn[]
  readonly rows: readonly RecognisedRow[]
}

/** More turns than a template should have a variable for. */
const MAX_TEMPLATE_MESSAGES = 8

const rolesOf = ({ messages }: ConversationRow): string => messages.map(({ role }) => role).join(' ')

function sameAt(rows: readonly ConversationRow[], index: number): boolean {
  const first = JSON.stringify(rows[0]?.messages[index])
  return rows.every(({ messages }) => JSON.stringify(messages[index]) === first)
}

/** `user`, and `user_2` for the second of them. */
function variableNames(messages: readonly Message[]): readonly string[] {
  const counts = new Map<string, number>()
  return messages.map(({ role }) => {
    const count = (counts.get(role) ?? 0) + 1
    counts.set(role, count)
    return count === 1 ? role : `${role}_${count}`
  })
}

const expectedColumn: RecognisedColumn = { name: 'expected', role: { kind: 'expected', typed: false } }

/** Rows of the same turns are one prompt: what is the same in all of them is its text, what differs is a variable. */
function asTemplate(rows: readonly ConversationRow[]): SplitConversations | null {
  const first = rows[0]
  if (first === undefined || first.messages.length === 0 || first.messages.length > MAX_TEMPLATE_MESSAGES) return null
  const roles = rolesOf(first)
  if (!rows.every((row) => rolesOf(row) === roles && row.messages.every(isPlainText))) return null
  const names = variableNames(first.messages)
  const asked = first.messages.findLastIndex(({ role }) => role === 'user')
  const texts = first.messages.map((message, index) =>
    index !== asked && sameAt(rows, index) && isPlainText(message) ? literalText(message.content) : null,
  )
  const varying = texts.flatMap((text, index) => (text === null ? [index] : []))
  const messages = first.messages.map(({ role }, index) => ({ role, content: texts[index] ?? `{{${names[index] ?? role}}}` }))
  return {
    prompt: { mode: 'completion', messages, templateFormat: 'curly' },
    columns: [...varying.map((index) => ({ name: names[index] ?? '' })), expectedColumn],
    rows: rows.map(({ line, messages: held, expected }) => ({
      line,
      cells: [
        ...varying.map((index) => {
          const content = held[index]?.content
          return typeof content === 'string' ? content : ''
        }),
        expected,
      ],
    })),
  }
}

/** Conversations of different turns: what all begin with is the prompt, the rest is each row's history. */
function asHistories(rows: readonly ConversationRow[]): SplitConversations {
  const opening = rows[0]?.messages[0]
  const text =
    opening !== undefined && (opening.role === 'system' || opening.role === 'developer') && isPlainText(opening) && sameAt(rows, 0)
      ? literalText(opening.content)
      : null
  const messages = opening === undefined || text === null ? [] : [{ role: opening.role, content: text }]
  return {
    prompt: { mode: 'chat', messages, templateFormat: 'curly' },
    columns: [expectedColumn],
    rows: rows.map(({ line, messages: held, expected }) => ({ line, cells: [expected], history: held.slice(messages.length) })),
  }
}

/**
 * A prompt and cases of whole conversations, such that filling the prompt with a case gives its conversation again.
 *
 * The format `fstring` must be loaded; see `loadFormat`.
 */
export const splitConversations = (rows: readonly ConversationRow[]): SplitConversations => asTemplate(rows) ?? asHistories(rows)
