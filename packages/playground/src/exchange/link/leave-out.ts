import type { Message } from '@vitrine/contracts'
import type { PlaygroundSnapshot } from '../../state/snapshot.ts'
import { messageLists } from './message-lists.ts'

/** What people may leave out of what they share. */
export interface Choice {
  readonly cases: boolean
  readonly attachments: boolean
}

const attachmentsOf = ({ content }: Message): number => (Array.isArray(content) ? content.filter(({ type }) => type !== 'text').length : 0)

export const countAttachments = (snapshot: PlaygroundSnapshot): number =>
  messageLists(snapshot)
    .flat()
    .reduce((sum, message) => sum + attachmentsOf(message), 0)

function withoutAttachments(message: Message): Message {
  const { content } = message
  return attachmentsOf(message) === 0 || !Array.isArray(content)
    ? message
    : { ...message, content: content.filter(({ type }) => type === 'text') }
}

/** A snapshot with as much of it as was chosen. Without cases there is one, which is empty: a playground has always one. */
export function chosenOf(snapshot: PlaygroundSnapshot, { cases, attachments }: Choice): PlaygroundSnapshot {
  const rows = cases ? snapshot.rows : [{ data: {} }]
  if (attachments) return { ...snapshot, rows }
  return {
    ...snapshot,
    prompt: { ...snapshot.prompt, messages: snapshot.prompt.messages.map(withoutAttachments) },
    rows: rows.map((row) => (row.history === undefined ? row : Object.assign({}, row, { history: row.history.map(withoutAttachments) }))),
  }
}
