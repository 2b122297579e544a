import { CONVERSATION_VERSION, type ConversationDocument } from '../../own-documents/conversation.ts'
import { createLossList } from '../loss.ts'
import { fileNameOf, jsonText, makeFile } from '../make-file.ts'
import type { Exporter } from '../registry.ts'
import { conversationsOf } from './conversations-of.ts'

/** Conversations in our own form, to be read back. */
export const writeConversation: Exporter = async (source) => {
  const losses = createLossList()
  const conversations = await conversationsOf(source, losses)
  const document: ConversationDocument = { kind: 'vitrine-conversation', v: CONVERSATION_VERSION, name: source.name, conversations }
  return makeFile(
    { fileName: fileNameOf(source.name, '-conversation.json'), mediaType: 'application/json', text: jsonText(document) },
    losses,
  )
}
