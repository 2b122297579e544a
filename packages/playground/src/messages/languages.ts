/** The languages that the catalogue has, BCP 47. One more is a line here: the settings and the commands offer what stands here. */
export const LANGUAGES: readonly string[] = ['en']

/** A language by the name that its speakers give it. */
export const languageName = (locale: string): string => new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale
