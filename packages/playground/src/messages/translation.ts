import type { Area, Catalogue } from './catalogue.ts'

/** The languages besides English. */
export type Translated = 'de' | 'ar'

/** An area in German: every text of the English one, and none besides. Placeholders are held against the English ones by a test. */
export type German<A extends Area> = Readonly<Record<keyof Catalogue[A], string>> | Readonly<Record<string, string>>

/** An area in Arabic, with all six plural forms. */
export type Arabic<A extends Area> = Readonly<Record<keyof Catalogue[A], string>> | Readonly<Record<string, string>>

/** The texts of a language by area. */
export type OwnTexts = { readonly [A in Area]?: Readonly<Record<string, string>> }
