import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchScore, plainText } from './match-text.ts'

const score = (typed: string, text: string) => matchScore(plainText(typed), plainText(text))
const finds = (typed: string, text: string) => score(typed, text) !== null

describe('plainText', () => {
  it.each([
    ['Ausführen', 'ausfuhren'],
    ['Straße', 'strasse'],
    ['Réessayer  — tout!', 'reessayer tout'],
    ['تَشْغِيل', 'تشغيل'],
    ['ﬁlter', 'filter'],
    ['…', ''],
  ])('reads %s as %s', (text, plain) => {
    expect(plainText(text)).toBe(plain)
  })
})

describe('matchScore', () => {
  it.each([
    ['run', 'Run all cases'],
    ['cases run', 'Run all cases'],
    ['ALL', 'Run all cases'],
    ['fuhr alle', 'Alle Fälle ausführen'],
    ['rac', 'Run all cases'],
    ['rufa', 'Run the failed cases'],
    ['settigns', 'Settings'],
    ['seting', 'Settings'],
    ['settinngs', 'Settings'],
    ['sattings', 'Settings'],
    ['', 'anything'],
  ])('finds “%s” in “%s”', (typed, text) => {
    expect(finds(typed, text)).toBe(true)
  })

  it.each([
    ['mug', 'Move the current message up'],
    ['run prompt', 'Run all cases'],
    ['xettings', 'Settings'],
    ['ran', 'Run all cases'],
    ['casesrun', 'Run all cases'],
  ])('does not find “%s” in “%s”', (typed, text) => {
    expect(finds(typed, text)).toBe(false)
  })

  it('prefers what begins so, then a word that does, then a part, a slip, and beginnings', () => {
    const texts = ['Code and more', 'Look at code', 'Unicoded text', 'Codde', 'Copy of details']
    const scores = texts.map((text) => score('code', text))
    expect(scores.every((one) => one !== null)).toBe(true)
    expect(scores.toSorted((left, right) => (right ?? 0) - (left ?? 0))).toEqual(scores)
  })

  it('prefers the text of which more was typed', () => {
    expect(score('import', 'Import')).toBeGreaterThan(score('import', 'Import cases from a file') ?? 0)
  })

  it('asks nothing of the order of words', () => {
    const words = fc.array(fc.constantFrom('run', 'all', 'failed', 'cases', 'at', 'once', 'show'), { minLength: 1, maxLength: 6 })
    const shuffled = words.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })))
    fc.assert(fc.property(shuffled, ([all, mixed]) => matchScore(mixed.join(' '), all.join(' ')) !== null))
  })

  it('finds every text by itself, whatever is in it', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 }).map(plainText)
    fc.assert(fc.property(text, (one) => matchScore(one, one) !== null))
  })

  it('does not try every way to take a long word apart', () => {
    expect(finds(`${'a'.repeat(60)}c`, Array.from({ length: 60 }, () => 'aaab').join(' '))).toBe(false)
  })
})
