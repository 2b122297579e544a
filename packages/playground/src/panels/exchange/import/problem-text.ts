import type { i18n } from 'i18next'
import type { Problem } from '../../../exchange/import/problem.ts'
import { translate } from '../../../messages/create-texts.ts'

const RANK = { error: 0, warning: 1, notice: 2 } as const

/** The place that is the whole document. */
const WHOLE = '$'

/** The name of a problem's text: its code, and its fault where the code has several. */
const textKeyOf = ({ code, values }: Pick<Problem, 'code' | 'values'>): string => ('fault' in values ? `${code}-${values.fault}` : code)

/** A problem in words. Numbers are written as the language writes them, but for those that pick a plural. */
export function problemText(texts: i18n, problem: Problem, integer: (value: number) => string): string {
  const said = Object.entries<string | number>(problem.values).map(([name, value]) => [
    name,
    typeof value === 'number' && name !== 'count' ? integer(value) : name === 'path' && value === '' ? WHOLE : value,
  ])
  return translate(texts, 'importProblems', textKeyOf(problem), Object.fromEntries(said))
}

/** What stops an import first, then by line. */
export const inOrder = (problems: readonly Problem[]): readonly Problem[] =>
  problems.toSorted((a, b) => RANK[a.severity] - RANK[b.severity] || (a.line ?? 0) - (b.line ?? 0))
