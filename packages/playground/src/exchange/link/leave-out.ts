import type { Message } from '@vitrine/contracts'
import type { PlaygroundSnapshot } from '../../state/snapshot.ts'
import type { KeptConversation, KeptVersion } from '../../state/kept-conversation.ts'
import { bareRecord } from '../data/json-object.ts'
import { messageLists } from './message-lists.ts'

/** What people may leave out of what they share. */
export interface Choice {
  readonly cases: boolean
  readonly attachments: boolean
}

const attachmentsOf = ({ content }: Message): number => (Array.isArray(content) ? content.filter(({ type }) => type !== 'text').length : 0)

type Row = PlaygroundSnapshot['rows'][number]

/** The columns whose values are images or files. */
const attachedColumns = ({ columns = [] }: PlaygroundSnapshot): ReadonlySet<string> =>
  new Set(columns.filter(({ type }) => type === 'image' || type === 'file').map(({ name }) => name))

export function countAttachments(snapshot: PlaygroundSnapshot): number {
  const attached = attachedColumns(snapshot)
  const inMessages = messageLists(snapshot).flat().map(attachmentsOf)
  const inRows = snapshot.rows.map(({ data }) => Object.keys(data).filter((name) => attached.has(name)).length)
  return [...inMessages, ...inRows].reduce((sum, count) => sum + count, 0)
}

function withoutAttachments(message: Message): Message {
  const { content } = message
  return attachmentsOf(message) === 0 || !Array.isArray(content)
    ? message
    : { ...message, content: content.filter(({ type }) => type === 'text') }
}

const withoutInVersions = (versions: readonly KeptVersion[]): readonly KeptVersion[] =>
  versions.map((version) => Object.assign({}, version, { message: withoutAttachments(version.message) }))

function withoutInConversation({ turns, answers, ...rest }: KeptConversation): KeptConversation {
  return {
    ...rest,
    ...(turns && {
      turns: turns.map(({ versions, ...turn }) => ({ ...turn, ...(versions && { versions: withoutInVersions(versions) }) })),
    }),
    ...(answers && { answers: answers.map(({ versions, ...answer }) => ({ ...answer, versions: withoutInVersions(versions) })) }),
  }
}

function withoutAttached({ data, history, conversation, ...row }: Row, attached: ReadonlySet<string>): Row {
  return {
    ...row,
    data: bareRecord(Object.entries(data).filter(([name]) => !attached.has(name))),
    ...(history && { history: history.map(withoutAttachments) }),
    ...(conversation && { conversation: withoutInConversation(conversation) }),
  }
}

/** A snapshot with as much of it as was chosen. Without cases there is one, which is empty: a playground has always one. */
export function chosenOf(snapshot: PlaygroundSnapshot, { cases, attachments }: Choice): PlaygroundSnapshot {
  const { prompt, variants } = snapshot
  const rows = cases ? snapshot.rows : [{ data: {} }]
  if (attachments) return { ...snapshot, rows }
  return {
    ...snapshot,
    prompt: { ...prompt, messages: prompt.messages.map(withoutAttachments) },
    ...(variants && {
      variants: variants.map(({ messages, llmConfig }) => ({ messages: messages.map(withoutAttachments), llmConfig })),
    }),
    rows: rows.map((row) => withoutAttached(row, attachedColumns(snapshot))),
  }
}
