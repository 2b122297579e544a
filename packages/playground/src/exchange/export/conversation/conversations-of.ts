import { loadFormat } from '@vitrine/templating'
import type { ConversationDocument } from '../../own-documents/conversation.ts'
import type { ExportSource } from '../export-source.ts'
import { answerMessage, hasRepetitions, resultFinder, sentMessages } from '../filled-conversation.ts'
import type { LossList } from '../loss.ts'
import { tellRows } from '../tell-rows.ts'

/** Every row under every variant as it was, or would be, said: what is sent, then the answer where there is one. */
export async function conversationsOf(source: ExportSource, losses: LossList): Promise<ConversationDocument['conversations']> {
  for (const { templateFormat } of source.variants) await loadFormat(templateFormat)
  const conversations: ConversationDocument['conversations'][number][] = []
  const find = resultFinder(source)
  const isRepeated = hasRepetitions(source)
  let unfilled = 0
  for (const row of source.rows)
    for (const variant of source.variants) {
      const sent = sentMessages(variant, row, source.mode)
      if (sent === null) {
        unfilled++
        continue
      }
      const found = find(variant, row)
      for (const result of found.length === 0 ? [undefined] : found) {
        const answer = answerMessage(result)
        conversations.push({
          variant: variant.name,
          model: result?.cell.model ?? variant.llmConfig.model,
          ...(isRepeated ? { repetition: (result?.repetition ?? 0) + 1 } : {}),
          inputs: row.data,
          messages: answer === null ? sent : [...sent, answer],
        })
      }
    }
  losses.add('rows-unfilled', { count: unfilled })
  losses.add('checks', { count: source.checks.length })
  tellRows(source, ['expected', 'checks', 'metadata'], losses)
  const names = new Set(source.variants.flatMap(({ llmConfig }) => Object.keys(llmConfig)).filter((name) => name !== 'model'))
  if (names.size > 0) losses.add('settings', { names: [...names].join(', ') })
  return conversations
}
