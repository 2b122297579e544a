import { describe, expect, it } from 'vitest'
import { languageName, LANGUAGES, languageOf, fittingLocale, heldTexts, loadTexts, writtenLocale } from './languages.ts'

type Texts = Readonly<Record<string, string>>

/** Every area as its file says it, so that none is forgotten here. */
const files = import.meta.glob<Readonly<Record<string, Texts>>>('./en/*.ts', { eager: true })
const english = new Map(Object.values(files).flatMap((file) => Object.entries(file)))
const fileOf = (area: string): string => `${area.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`

const FORM = /^(.+)_(zero|one|two|few|many|other)$/
const isPlural = (key: string, texts: Texts): boolean => {
  const base = FORM.exec(key)?.[1]
  return base !== undefined && Object.hasOwn(texts, `${base}_other`)
}

/** The names that an area has in a language, by the plural forms which that language tells apart. */
function namesIn(language: string, texts: Texts): ReadonlySet<string> {
  const forms = (type: 'cardinal' | 'ordinal') => new Intl.PluralRules(language, { type }).resolvedOptions().pluralCategories
  const names = Object.keys(texts).flatMap((key) => {
    const base = FORM.exec(key)?.[1] ?? key
    if (!isPlural(key, texts)) return [key]
    return forms(base.endsWith('_ordinal') ? 'ordinal' : 'cardinal').map((form) => `${base}_${form}`)
  })
  return new Set(names)
}

const placeholdersOf = (text: string): ReadonlySet<string> => new Set(text.match(/\{\{\w+\}\}/g))
const marksOf = (text: string): readonly string[] => [...text.matchAll(/<\/?\w+>/g)].map(([mark]) => mark).toSorted()

/** What the English text under a name, or its plural form for many, asks for. */
const patternOf = (key: string, texts: Texts): string => {
  const base = FORM.exec(key)?.[1]
  return (base === undefined ? undefined : texts[`${base}_other`]) ?? texts[key] ?? ''
}

/** What is wrong with a translated text; null where nothing is. */
function faultOf(text: string, pattern: string, isCounted: boolean): string | null {
  if (text.trim() === '') return 'is empty'
  const wanted = placeholdersOf(pattern)
  const given = placeholdersOf(text)
  const missing = [...wanted].filter((name) => !given.has(name) && !(isCounted && name === '{{count}}'))
  const strange = [...given].filter((name) => !wanted.has(name) && !(isCounted && name === '{{count}}'))
  if (missing.length > 0) return `lacks ${missing.join(', ')}`
  if (strange.length > 0) return `has ${strange.join(', ')}, which the English text has not`
  if (!isCounted && marksOf(text).join('') !== marksOf(pattern).join('')) return `has other marks than ${pattern}`
  const opened = marksOf(text).filter((mark) => !mark.startsWith('</')).length
  return opened * 2 === marksOf(text).length ? null : 'has an unclosed mark'
}

const translated = LANGUAGES.filter((language) => language !== 'en')

describe.each(translated)('the texts in %s', async (language) => {
  const own = new Map(Object.entries(await loadTexts(language)))

  it.each([...english])('say everything of %s', (area, texts) => {
    const place = `messages/${language}/${fileOf(area)}`
    const said: Texts = own.get(area) ?? {}
    const names = namesIn(language, texts)
    const lacking = [...names].filter((name) => !Object.hasOwn(said, name))
    expect(
      lacking,
      `${area} is not whole in ${language}. Whoever adds an English text adds it to messages/de/${fileOf(area)} and messages/ar/${fileOf(area)}. Missing in ${place}: ${lacking.join(', ')}`,
    ).toEqual([])
    const strange = Object.keys(said).filter((name) => !names.has(name))
    expect(strange, `These are in ${place} and not in messages/en/${fileOf(area)}: ${strange.join(', ')}`).toEqual([])
    const faults = Object.entries(said).flatMap(([key, text]) => {
      const fault = faultOf(text, patternOf(key, texts), FORM.test(key))
      return fault === null ? [] : [`${area}.${key} ${fault}`]
    })
    expect(faults, `Correct in ${place}: ${faults.join('; ')}`).toEqual([])
  })

  it('has no area that English has not', () => {
    expect([...own.keys()].filter((area) => !english.has(area))).toEqual([])
  })
})

describe('the check of a translation', () => {
  it.each([
    ['Fall {{number}}', 'Case {{number}}', false, null],
    ['Fall', 'Case {{number}}', false, 'lacks {{number}}'],
    ['Fall {{nummer}}', 'Case', false, 'has {{nummer}}, which the English text has not'],
    [' ', 'Case', false, 'is empty'],
    ['<b>Fall', '<b>Case</b>', false, 'has other marks than <b>Case</b>'],
    ['<b>Ein Fall', '<b>{{count}}</b> cases', true, 'has an unclosed mark'],
    ['Ein Fall', '{{count}} cases', true, null],
  ])('finds in “%s” for “%s” what is wrong', (text, pattern, isCounted, fault) => {
    expect(faultOf(text, pattern, isCounted)).toBe(fault)
  })
  it('asks for the plural forms of the language', () => {
    const texts = { cases_one: 'a', cases_other: 'b', at_ordinal_one: 'c', at_ordinal_other: 'd', plain: 'e' }
    expect([...namesIn('de', texts)]).toEqual(['cases_one', 'cases_other', 'at_ordinal_other', 'plain'])
    expect([...namesIn('ar', texts)]).toHaveLength(8)
  })
})

describe('languages', () => {
  it('are named by those who speak them', () => {
    expect(LANGUAGES.map(languageName)).toEqual(['English', 'Deutsch', 'العربية'])
  })
  it('are taken from what a browser wants, with its region', () => {
    expect(fittingLocale(['fi', 'de-CH', 'en'])).toBe('de-CH')
    expect(fittingLocale(['fi', 'sv'])).toBe('en')
    expect(fittingLocale([])).toBe('en')
    expect(languageOf('DE-ch')).toBe('de')
  })
  it('write figures in Latin digits, unless the tag asks for others', () => {
    expect(writtenLocale('ar-EG')).toBe('ar-EG-u-nu-latn')
    expect(writtenLocale('ar-EG-u-nu-arab')).toBe('ar-EG-u-nu-arab')
    expect(new Intl.NumberFormat(writtenLocale('ar')).format(1234)).toBe('1,234')
    expect(writtenLocale('de-CH')).toBe('de-CH')
  })
  it('are held once they were loaded, and one that nobody translated is English', async () => {
    const own = await loadTexts('de')
    expect(heldTexts('de')).toBe(own)
    expect(heldTexts('fi')).toEqual({})
    expect(await loadTexts('fi')).toEqual({})
  })
})
