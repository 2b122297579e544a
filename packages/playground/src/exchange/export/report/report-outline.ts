import type { ExportSource } from '../export-source.ts'
import { resultFinder } from '../filled-conversation.ts'
import { answerOf } from '../result-record.ts'
import type { ReportWords } from './report-words.ts'
import { answerGroups } from './answer-groups.ts'
import { resultWord } from './result-part.ts'
import { summaryOf } from './variant-summary.ts'

const CASES = 8

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').slice(0, 120)

/** What a report will say, in a few lines: its own beginning is styles, which tell nobody anything. */
export function reportOutline(source: ExportSource, words: ReportWords): readonly string[] {
  const { say, sayRepetitions, formats } = words
  const find = resultFinder(source)
  return [
    say('title', { name: source.name }),
    ...source.variants.map((variant) => {
      const { done, total, costUsd } = summaryOf(variant, source)
      const finished = say('finished', { done: formats.integer(done), total: formats.integer(total) })
      return `${variant.name}  ${variant.llmConfig.model}  ${finished}  ${formats.money(costUsd)}`
    }),
    ...source.rows.slice(0, CASES).flatMap((row, index) =>
      source.variants.flatMap((variant) => {
        const found = find(variant, row)
        const start = `${index + 1}  ${variant.name}  `
        if (found.length === 0) return [oneLine(`${start}${resultWord(undefined, words)}`)]
        return answerGroups(found).map(({ shown, others }) => {
          const same = others.length === 0 ? '' : `${sayRepetitions('identical', { count: others.length + 1 })}  `
          return oneLine(`${start}${resultWord(shown, words)}  ${same}${answerOf(shown)}`)
        })
      }),
    ),
  ]
}
