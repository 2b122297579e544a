import type { i18n } from 'i18next'
import { useMemo } from 'react'
import type { Area, TextArguments, TextKey } from './catalogue.ts'
import { translate } from './create-texts.ts'
import { useTexts } from './use-texts.ts'

/** Says a text of one area by its name; `count` picks the plural form. */
export type Say<A extends Area> = <Key extends TextKey<A>>(key: Key, ...values: TextArguments<A, Key>) => string

/** Texts without values, of which there are most: they are said again with every render. */
const plainTexts = new WeakMap<i18n, Map<string, string>>()

export function sayIn<A extends Area>(texts: i18n, area: A): Say<A> {
  const plain = plainTexts.get(texts) ?? new Map<string, string>()
  plainTexts.set(texts, plain)
  return (key, ...[values]) => {
    if (values !== undefined) return translate(texts, area, key, values)
    const name = `${area} ${key}`
    const text = plain.get(name) ?? translate(texts, area, key, {})
    plain.set(name, text)
    return text
  }
}

/** The texts of one area in the mount's language. A name that is not in the catalogue does not compile. */
export function useText<A extends Area>(area: A): Say<A> {
  const texts = useTexts()
  return useMemo(() => sayIn(texts, area), [texts, area])
}

/** The language that texts, numbers and money are written in. */
export const useLocale = (): string => useTexts().language
