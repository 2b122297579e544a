import { type JsonObject, bareRecord } from '../../data/json-object.ts'
import { recordTable } from '../../data/record-table.ts'
import type { FormatReader } from '../../import/format-reader.ts'
import { CONVERSATION_VERSION } from '../../own-documents/conversation.ts'
import { readOrTell } from '../../own-documents/document-fault.ts'
import { isNewer } from '../../own-documents/is-newer.ts'
import { listAt, objectAt, textsAt } from '../../own-documents/read-members.ts'

/** Conversations that were exported: each is a case with its history. */
export const readConversation: FormatReader = async ({ document, problems }) => {
  const { readMessages } = await import('../../own-documents/read-prompt.ts')
  const read = (value: JsonObject) => {
    if (isNewer(value, CONVERSATION_VERSION, problems)) return null
    const records = listAt(value, 'conversations', '').map((item, index) => {
      const path = `conversations[${index}]`
      const conversation = objectAt(item, path)
      return {
        line: null,
        value: bareRecord(textsAt(conversation, 'inputs', path)),
        history: readMessages(conversation, 'messages', path),
      }
    })
    const table = recordTable(records, problems)
    // The messages stand filled in, so a prompt of its own would be sent twice.
    return table === null
      ? null
      : { ...table, variants: [{ prompt: { mode: 'chat' as const, messages: [], templateFormat: 'curly' as const } }] }
  }
  return readOrTell(problems, () => read(objectAt(document?.kind === 'value' ? document.value : null, '')))
}
