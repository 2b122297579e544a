import type { ExportSource } from '../export-source.ts'
import { resultFinder } from '../filled-conversation.ts'
import { answerOf } from '../result-record.ts'
import type { ReportWords } from './report-words.ts'
import { resultWord } from './result-part.ts'
import { summaryOf } from './variant-summary.ts'

const CASES = 8

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').slice(0, 120)

/** What a report will say, in a few lines: its own beginning is styles, which tell nobody anything. */
export function reportOutline(source: ExportSource, words: ReportWords): readonly string[] {
  const { say, formats } = words
  const find = resultFinder(source)
  const total = formats.integer(source.rows.length)
  return [
    say('title', { name: source.name }),
    ...source.variants.map((variant) => {
      const { done, costUsd } = summaryOf(variant, source.results)
      return `${variant.name}  ${variant.llmConfig.model}  ${say('finished', { done: formats.integer(done), total })}  ${formats.money(costUsd)}`
    }),
    ...source.rows.slice(0, CASES).flatMap((row, index) =>
      source.variants.map((variant) => {
        const result = find(variant, row)
        return oneLine(`${index + 1}  ${variant.name}  ${resultWord(result, words)}  ${result === undefined ? '' : answerOf(result)}`)
      }),
    ),
  ]
}
