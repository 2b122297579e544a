import { beforeAll, describe, expect, it } from 'vitest'
import { causeWords } from './cause-words.ts'
import { createTexts } from './create-texts.ts'
import { loadTexts } from './languages.ts'
import type { Told } from './told.ts'
import type { OwnTexts } from './translation.ts'

let german: OwnTexts = {}
let arabic: OwnTexts = {}
beforeAll(async () => {
  german = await loadTexts('de')
  arabic = await loadTexts('ar')
})
const inGerman = (told: Told) => causeWords(createTexts('de-CH', {}, german), told)

const FILTER: Told = { message: 'No filter "shout".', cause: { kind: 'unknown-filter', values: { name: 'shout' } } }

describe('the words of a cause', () => {
  it('are those of the language, and in English those that came with it', () => {
    expect(inGerman(FILTER)).toBe('Einen Filter „shout“ gibt es nicht.')
    expect(causeWords(createTexts('en'), FILTER)).toBe('No filter "shout".')
  })
  it('are those of the host where it has some, in English too', () => {
    expect(causeWords(createTexts('en', { causes: { 'unknown-filter': 'Hm: {{name}}' } }), FILTER)).toBe('Hm: shout')
  })
  it('isolate each value where sentences run from right to left', () => {
    expect(causeWords(createTexts('ar', {}, arabic), FILTER)).toContain('\u2068shout\u2069')
  })
  it('write numbers as the language does', () => {
    expect(inGerman({ message: 'm', cause: { kind: 'too-long', values: { limit: 1_000_000 } } })).toMatch(/1[.’']000[.’']000/)
  })
  it.each<[string, Told['cause']]>([
    ['nothing is told as data', undefined],
    ['the kind is not known', { kind: 'from-the-future', values: {} }],
    ['the kind is a name that every object has', { kind: '__proto__', values: {} }],
    ['a value is missing', { kind: 'unknown-filter', values: {} }],
    ['a value is neither text nor number', { kind: 'unknown-filter', values: { name: { toString: () => 'x' } } }],
  ])('are those that came where %s', (_, cause) => {
    expect(inGerman({ message: 'As it came.', cause })).toBe('As it came.')
  })
  it('take placeholders and marks in a value for text', () => {
    const told = (name: string) => inGerman({ message: 'm', cause: { kind: 'unknown-filter', values: { name } } })
    expect(told('{{name}}')).toContain('{{name}}')
    expect(told('$t(offline)')).toContain('$t(offline)')
  })
})
