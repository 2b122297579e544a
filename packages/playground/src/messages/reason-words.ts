import type { i18n } from 'i18next'
import { useMemo } from 'react'
import { translate } from './create-texts.ts'
import { useTexts } from './use-texts.ts'

const PLACEHOLDER = /\{\{(\w+)\}\}/

/** A clause as a sentence. */
const sentence = (clause: string): string => {
  const text = clause.trim()
  const capital = text.charAt(0).toUpperCase() + text.slice(1)
  return capital === '' || /[.!?]$/.test(capital) ? capital : `${capital}.`
}

/** The values of a clause that has one, by its pattern; null where it is another clause. */
function valuesIn(clause: string, pattern: string): Readonly<Record<string, string>> | null {
  const [before = '', name, after = ''] = pattern.split(PLACEHOLDER)
  if (name === undefined || !clause.startsWith(before) || !clause.endsWith(after)) return null
  const value = clause.slice(before.length, clause.length - after.length)
  return value === '' ? null : { [name]: value }
}

/**
 * Why a model does not take a setting, as a sentence. The catalogue of models says it as an English clause; where the language has words
 * for that clause it is told in those, and else as it came, or in `otherwise`.
 */
export function reasonWords(texts: i18n, reason: string, otherwise = sentence(reason)): string {
  const clauses: unknown = texts.getResourceBundle(texts.language, 'reasons')
  if (typeof clauses !== 'object' || clauses === null) return otherwise
  if (Object.hasOwn(clauses, reason)) return translate(texts, 'reasons', reason, {})
  for (const pattern of Object.keys(clauses)) {
    const values = valuesIn(reason, pattern)
    if (values !== null) return translate(texts, 'reasons', pattern, values)
  }
  return otherwise
}

/** Says why a model does not take a setting. */
export function useReasonWords(): (reason: string, otherwise?: string) => string {
  const texts = useTexts()
  return useMemo(() => (reason, otherwise) => reasonWords(texts, reason, otherwise), [texts])
}
