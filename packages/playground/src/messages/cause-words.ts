import type { i18n } from 'i18next'
import { formatInteger } from '../ui/format/format-count.ts'
import { translate } from './create-texts.ts'
import type { Told } from './told.ts'
import { useTexts } from './use-texts.ts'

const PLACEHOLDER = /\{\{(\w+)\}\}/g

const valueOf = (value: unknown, locale: string): string | null => {
  if (typeof value === 'number') return formatInteger(value, locale)
  return typeof value === 'string' ? value : null
}

/**
 * Why something was refused, in the language of the page. English, or a cause that the catalogue does not have or that lacks a value, is
 * told in the words that came with it. The values are somebody else's: each is text and nothing more.
 */
export function causeWords(texts: i18n, { message, cause }: Told): string {
  if (cause === undefined) return message
  const { language } = texts
  const pattern: unknown = texts.getResource(language, 'causes', cause.kind)
  if (typeof pattern !== 'string') return message
  const values: Record<string, string> = {}
  for (const [, name = ''] of pattern.matchAll(PLACEHOLDER)) {
    const value = Object.hasOwn(cause.values, name) ? valueOf(cause.values[name], language) : null
    if (value === null) return message
    values[name] = value
  }
  return translate(texts, 'causes', cause.kind, values)
}

/** Says why something was refused. */
export function useCauseWords(): (told: Told) => string {
  const texts = useTexts()
  return (told) => causeWords(texts, told)
}
