/** What a host needs to offer the languages of the playground itself, without loading the playground for it. */
export { fittingLocale, languageName, languageOf, LANGUAGES, writtenLocale } from './messages/languages.ts'
export { directionOf } from './text-direction.ts'
export { asFigure } from './ui/format/as-figure.ts'
