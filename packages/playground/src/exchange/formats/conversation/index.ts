import { type JsonObject, bareRecord } from '../../data/json-object.ts'
import { recordTable } from '../../data/record-table.ts'
import type { FormatReader } from '../../import/format-reader.ts'
import type { RecognisedColumn } from '../../import/recognition.ts'
import { CONVERSATION_VERSION } from '../../own-documents/conversation.ts'
import { readOrTell } from '../../own-documents/document-fault.ts'
import { isNewer } from '../../own-documents/is-newer.ts'
import { readMessages } from '../../own-documents/read-message.ts'
import { listAt, objectAt, textsAt } from '../../own-documents/read-members.ts'

/** Conversations that were exported: each is a case with its history. */
export const readConversation: FormatReader = ({ document, problems }) => {
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
    const columns = table?.columns.map(({ name }): RecognisedColumn => ({ name, role: { kind: 'variable', name } })) ?? []
    return table === null
      ? null
      : { columns, rows: table.rows, variants: [{ prompt: { mode: 'chat' as const, messages: [], templateFormat: 'curly' as const } }] }
  }
  return readOrTell(problems, () => read(objectAt(document?.kind === 'value' ? document.value : null, '')))
}
