import type { i18n } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Area, TextArguments, TextKey } from './catalogue.ts'
import { translate } from './create-texts.ts'

/** Says a text of one area by its name; `count` picks the plural form. */
export type Say<A extends Area> = <Key extends TextKey<A>>(key: Key, ...values: TextArguments<A, Key>) => string

export const sayIn =
  <A extends Area>(texts: i18n, area: A): Say<A> =>
  (key, ...values) =>
    translate(texts, area, key, values[0] ?? {})

/** The texts of one area in the mount's language. A name that is not in the catalogue does not compile. */
export function useText<A extends Area>(area: A): Say<A> {
  const { i18n: texts } = useTranslation()
  return useMemo(() => sayIn(texts, area), [texts, area])
}

/** The language that texts, numbers and money are written in. */
export function useLocale(): string {
  const { i18n: texts } = useTranslation()
  return texts.language
}
