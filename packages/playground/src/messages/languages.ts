import type { OwnTexts, Translated } from './translation.ts'

const LOADERS: { readonly [Language in Translated]: () => Promise<OwnTexts> } = {
  de: async () => (await import('./de/german.ts')).german,
  ar: async () => (await import('./ar/arabic.ts')).arabic,
}

/** The languages that the catalogue has, BCP 47. English comes with the page, another one when it is chosen. */
export const LANGUAGES: readonly string[] = ['en', ...Object.keys(LOADERS)]

/** The language of a tag without region, script and wishes: `de` of `de-CH`. */
export const languageOf = (locale: string): string => locale.split('-')[0]?.toLowerCase() ?? locale

/** A language by the name that its speakers give it. */
export const languageName = (locale: string): string => new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale

/** The first of the wanted languages that the catalogue has, with its region, which numbers and dates follow; else English. */
export const fittingLocale = (wanted: readonly string[]): string => wanted.find((locale) => LANGUAGES.includes(languageOf(locale))) ?? 'en'

/**
 * The tag that texts and figures are written in.
 *
 * Arabic is written with Latin digits unless the tag names others (`ar-u-nu-arab`): nearly every figure here is held against one of the
 * request or answer beside it, in JSON, in code or on a bill, and two sets of digits in one line cannot be compared at a glance. It is also
 * what browsers take for `ar` itself; some regions would change it.
 */
export function writtenLocale(locale: string): string {
  if (languageOf(locale) !== 'ar' || /-u-(.*-)?nu-/.test(locale)) return locale
  return new Intl.Locale(locale, { numberingSystem: 'latn' }).toString()
}

const held = new Map<string, OwnTexts>([['en', {}]])

/** The texts of a language that is here already; null where they have to be loaded. A language that nobody translated is English. */
export const heldTexts = (language: string): OwnTexts | null => (LANGUAGES.includes(language) ? (held.get(language) ?? null) : {})

/** Loads the texts of a language, once. *Errors*: rejects where they cannot be fetched; the next call tries again. */
export async function loadTexts(language: string): Promise<OwnTexts> {
  const own = heldTexts(language) ?? (await LOADERS[language as Translated]())
  held.set(language, own)
  return own
}
