import { arabic } from '@vitrine/playground/messages/ar/arabic'
import { isolated, withDirection } from '@vitrine/playground/messages/isolated'
import { cases } from '@vitrine/playground/messages/en/cases'
import { commands } from '@vitrine/playground/messages/en/commands'
import { drawer } from '@vitrine/playground/messages/en/drawer'
import { exchangeImport } from '@vitrine/playground/messages/en/exchange-import'
import { exporting } from '@vitrine/playground/messages/en/exporting'
import { modelConfig } from '@vitrine/playground/messages/en/model-config'
import { output } from '@vitrine/playground/messages/en/output'
import { run } from '@vitrine/playground/messages/en/run'

const ENGLISH = { cases, commands, drawer, exchangeImport, exporting, modelConfig, output, run }
type Area = keyof typeof ENGLISH
type Texts = { readonly [A in Area]?: Readonly<Record<string, string>> }

/** The languages that the flows are walked in, each with its catalogue. */
const CATALOGUES: Readonly<Record<string, Texts>> = { en: ENGLISH, ar: arabic }
export const LANGUAGES: readonly string[] = Object.keys(CATALOGUES)

export type Words = (area: Area, key: string, values?: Readonly<Record<string, string | number>>) => string

/** What the interface says in a language, as its catalogue has it. */
export const wordsOf =
  (language: string): Words =>
  (area, key, values = {}) => {
    const texts = CATALOGUES[language]?.[area] ?? {}
    const { count } = values
    const form = typeof count === 'number' ? `${key}_${new Intl.PluralRules(language).select(count)}` : key
    const text = texts[form] ?? texts[key]
    if (text === undefined) throw new Error(`There is no text ${area}.${key} in ${language}.`)
    const figures = new Intl.NumberFormat(language, { numberingSystem: 'latn' })
    const said = text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
      const value = values[name] ?? ''
      return String(isolated(typeof value === 'number' ? figures.format(value) : value, language))
    })
    return withDirection(said, language)
  }
