import type { Message } from '@vitrine/contracts'
import { loadFormat } from '@vitrine/templating'
import { messageText } from '../../conversation/message-text.ts'
import { readChatMessage } from '../../conversation/read-chat-message.ts'
import { type ConversationRow, splitConversations } from '../../conversation/split-conversations.ts'
import { isList, member } from '../../data/json-object.ts'
import type { FormatReader } from '../../import/format-reader.ts'
import { readTools } from '../request/read-tools.ts'
import { objectLines } from '../jsonl/object-lines.ts'

/** Members of a line beside its messages that say something, each once. */
const CARRIED: ReadonlySet<string> = new Set(['messages', 'tools'])

function rowOf(line: number | null, messages: readonly Message[]): ConversationRow {
  const last = messages.at(-1)
  if (last?.role !== 'assistant') return { line, messages, expected: '' }
  return { line, messages: messages.slice(0, -1), expected: messageText(last) }
}

/** Examples for fine-tuning, one conversation a line: the last answer is the expected one. */
export const readFineTune: FormatReader = async (input) => {
  const lines = objectLines(input, false)
  if (lines === null) return null
  await loadFormat('fstring')
  const lost = new Set<string>()
  const rows: ConversationRow[] = []
  for (const { line, value } of lines) {
    for (const name of Object.keys(value)) if (!CARRIED.has(name)) lost.add(name)
    const given = member(value, 'messages')
    const messages = (isList(given) ? given : []).map((message) => readChatMessage(message, (what) => lost.add(what)))
    if (messages.length === 0 || messages.includes(null)) input.problems.add('warning', 'not-an-object', {}, line)
    else
      rows.push(
        rowOf(
          line,
          messages.filter((message) => message !== null),
        ),
      )
  }
  const tools = new Set(lines.map(({ value }) => JSON.stringify(member(value, 'tools') ?? null)))
  const common = tools.size === 1 ? readTools(member(lines[0]?.value ?? {}, 'tools'), (what) => lost.add(what)) : undefined
  if (tools.size > 1) lost.add('tools')
  for (const what of lost) input.problems.add('warning', 'not-carried', { what })
  const { prompt, columns, rows: cases } = splitConversations(rows)
  return { columns, rows: cases, variants: [{ prompt, ...(common === undefined ? {} : { settings: { tools: common } }) }] }
}
