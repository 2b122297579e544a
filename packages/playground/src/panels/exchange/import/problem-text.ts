import type { i18n } from 'i18next'
import type { Problem } from '../../../exchange/import/problem.ts'
import { translate } from '../../../messages/create-texts.ts'

const RANK = { error: 0, warning: 1, notice: 2 } as const

/** A problem in words: each code has a text of its name. Numbers are written as the language writes them, but for those that pick a plural. */
export function problemText(texts: i18n, { code, values }: Problem, integer: (value: number) => string): string {
  const said = Object.entries<string | number>(values).map(([name, value]) => [
    name,
    typeof value === 'number' && name !== 'count' ? integer(value) : value,
  ])
  return translate(texts, 'exchangeImport', code, Object.fromEntries(said))
}

/** What stops an import first, then by line. */
export const inOrder = (problems: readonly Problem[]): readonly Problem[] =>
  problems.toSorted((a, b) => RANK[a.severity] - RANK[b.severity] || (a.line ?? 0) - (b.line ?? 0))
