import { loadFormat } from '@vitrine/templating'
import type { Message } from '@vitrine/contracts'
import { mergeRepetitions } from '../../../panels/output/merge-repetitions.ts'
import { chatMessage, unsendable } from '../chat-message.ts'
import type { ExportResult, ExportRow } from '../export-source.ts'
import { answerMessage, resultFinder, sentMessages } from '../filled-conversation.ts'
import { createLossList } from '../loss.ts'
import { fileNameOf, jsonLines, makeFile } from '../make-file.ts'
import type { Exporter } from '../registry.ts'
import { tellRows } from '../tell-rows.ts'

/** What the model should learn to say: the expected text where there is one, else what was answered, the same once. */
function lessonsOf(row: ExportRow, results: readonly ExportResult[]): readonly Message[] {
  if (row.expected !== undefined) return [{ role: 'assistant', content: row.expected }]
  return mergeRepetitions(results.map(({ cell }) => cell)).flatMap(({ repetitions: [first = 0] }) => answerMessage(results[first]) ?? [])
}

/** Examples for fine-tuning by OpenAI's format: a conversation a line, of the first variant. */
export const writeFineTune: Exporter = async (source) => {
  const losses = createLossList()
  const [variant, ...others] = source.variants
  const lines: object[] = []
  const find = resultFinder(source)
  let unfilled = 0
  let unanswered = 0
  if (variant !== undefined) {
    await loadFormat(variant.templateFormat)
    for (const row of source.rows) {
      const sent = sentMessages(variant, row, source.mode)
      const lessons = lessonsOf(row, find(variant, row))
      if (sent === null) unfilled++
      if (lessons.length === 0) unanswered++
      if (sent === null || lessons.length === 0) continue
      for (const what of unsendable(sent)) losses.add('message-parts', { what })
      const { tools } = variant.llmConfig
      for (const lesson of lessons) lines.push({ messages: [...sent, lesson].map(chatMessage), ...(tools === undefined ? {} : { tools }) })
    }
    const { tools: _tools, ...settings } = variant.llmConfig
    losses.add('settings', { names: Object.keys(settings).join(', ') })
  }
  losses.add('rows-unfilled', { count: unfilled })
  losses.add('rows-without-answer', { count: unanswered })
  losses.add('other-variants', { count: others.length })
  losses.add('checks', { count: source.checks.length })
  tellRows(source, ['checks', 'metadata'], losses)
  return makeFile({ fileName: fileNameOf(source.name, '-fine-tune.jsonl'), mediaType: 'application/jsonl', text: jsonLines(lines) }, losses)
}
