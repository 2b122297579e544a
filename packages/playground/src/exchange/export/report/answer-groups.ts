import { mergeRepetitions } from '../../../panels/output/merge-repetitions.ts'
import type { ExportResult } from '../export-source.ts'

/** Answers to the same question that say the same. *Shape*: `shown` is the first of all, the others follow in their order. */
export interface AnswerGroup {
  readonly shown: ExportResult
  readonly others: readonly ExportResult[]
  /** Its place among the groups of the same case and variant, from 1. */
  readonly at: number
  readonly of: number
}

/** All answers to a case under one variant, merged as the table shows them. */
export function answerGroups(results: readonly ExportResult[]): readonly AnswerGroup[] {
  const groups = mergeRepetitions(results.map(({ cell }) => cell))
  return groups.flatMap(({ repetitions }, index) => {
    const [shown, ...others] = repetitions.flatMap((at) => results[at] ?? [])
    return shown === undefined ? [] : [{ shown, others, at: index + 1, of: groups.length }]
  })
}
