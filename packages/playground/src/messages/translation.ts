import type { Area, Catalogue } from './catalogue.ts'

/** The plural forms that a language tells apart, as `Intl.PluralRules` names them. */
interface PluralForms {
  readonly de: 'one' | 'other'
  readonly ar: 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'
}

/** The languages besides English. */
export type Translated = keyof PluralForms

type FormsOf<Key extends string, Form extends string> = Key extends `${infer Base}_ordinal_${string}`
  ? `${Base}_ordinal_other`
  : Key extends `${infer Base}_one` | `${infer Base}_other`
    ? `${Base}_${Form}`
    : Key

/** An area in German: every text of the English one, and none besides. Placeholders are held against the English ones by a test. */
export type German<A extends Area> = { readonly [Key in FormsOf<keyof Catalogue[A] & string, PluralForms['de']>]: string }

/** An area in Arabic, with all six plural forms. */
export type Arabic<A extends Area> = { readonly [Key in FormsOf<keyof Catalogue[A] & string, PluralForms['ar']>]: string }

/** The texts of a language by area. */
export type OwnTexts = { readonly [A in Area]?: Readonly<Record<string, string>> }
