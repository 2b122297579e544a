import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shortestMs } from '../shortest-ms.ts'
import { linearRegex } from './linear-regex.ts'
import { REDOS_CORPUS } from './redos-corpus.data.ts'

const find = (source: string, text: string, flags?: string) => linearRegex(source, flags).search(text)

describe('a pattern', () => {
  it('is searched for, and its place is said', () => {
    expect(find('o\\s\\w', 'Hola mundo ok')).toEqual({ kind: 'match', at: 9, length: 3 })
    expect(find('^mundo', 'Hola mundo')).toEqual({ kind: 'no-match' })
    expect(find('', 'x')).toEqual({ kind: 'match', at: 0, length: 0 })
  })

  it('counts places in UTF-16 units, as texts do', () => {
    expect(find('b+', '😀abb')).toEqual({ kind: 'match', at: 3, length: 2 })
  })

  it('takes the flags that change what is found', () => {
    expect(find('HOLA', 'hola', 'i')).toMatchObject({ kind: 'match' })
    expect(find('^b', 'a\nb', 'm')).toMatchObject({ kind: 'match' })
    expect(find('^b', 'a\nb')).toMatchObject({ kind: 'no-match' })
    expect(find('a.b', 'a\nb', 's')).toMatchObject({ kind: 'match' })
    expect(find('a.b', 'a\nb')).toMatchObject({ kind: 'no-match' })
    expect(find('a', 'a', 'y')).toMatchObject({ kind: 'bad-pattern', cause: { kind: 'pattern-flags', values: { flags: 'y' } } })
  })

  it.each([
    ['(', 'pattern-group'],
    ['a)', 'pattern-close'],
    ['[a', 'pattern-class'],
    ['[z-a]', 'pattern-range'],
    ['a{2,1}', 'pattern-count'],
    ['*a', 'pattern-repeat'],
    ['\\', 'pattern-backslash'],
    ['(?<a>x)(?<a>y)', 'pattern-name'],
    ['(?i)a', 'pattern-other'],
  ])('is refused where it is none: %s', (source, kind) => {
    expect(find(source, 'a')).toMatchObject({ kind: 'bad-pattern', message: expect.any(String), cause: { kind } })
  })

  it.each([
    ['(?=a)b', '(?='],
    ['(?!a)b', '(?!'],
    ['(?<=a)b', '(?<=a)b'],
    ['(?<!a)b', '(?<!a)b'],
    ['(a)\\1', '\\1'],
    ['(?<x>a)\\k<x>', '\\k'],
  ])('is named where no linear engine can have it: %s', (source, part) => {
    expect(find(source, 'ab')).toMatchObject({
      kind: 'unsupported-pattern',
      message: expect.any(String),
      cause: { kind: 'pattern-part', values: { part } },
    })
  })

  it('is read once for all rows', () => {
    expect(linearRegex('kept once', 'i')).toBe(linearRegex('kept once', 'i'))
    const first = linearRegex('pushed out')
    for (let at = 0; at < 60; at++) linearRegex(`other ${at}`)
    expect(linearRegex('pushed out')).not.toBe(first)
  })
})

const PATTERNS = [
  '\\s',
  '\\S',
  '[\\s]',
  '[^\\s]',
  '[^\\S]',
  '[\\S]',
  '.',
  '^.$',
  '^a$',
  '[^]',
  '[]',
  '\\bfoo\\b',
  '\\B',
  '\\w+',
  '\\W',
  '\\d{2,3}',
  '\\D',
  'a|b|',
  '(?:ab)+?',
  '(?<y>\\d{4})-(?<m>\\d\\d)',
  '\\u00e9',
  '\\x41',
  '\\cJ',
  '\\0',
  '\\/',
  '\\.',
  '[\\w.-]+@[\\w-]+\\.\\w+',
  '[a-c\\]]',
  '[.]',
  '\\p{L}+',
  '\\p{Lu}',
  '\\P{L}',
  '\\u{1F600}',
  '[😀-😂]',
  '$^',
  '^$',
  'x*',
  '\\$\\{',
  '[^a-z]',
  '[\\b]',
  '\\n|\\r|\\t|\\v|\\f',
  '^\\s*$',
  '\\S+\\s\\S+',
] as const
const TEXTS = [
  '',
  'a',
  'A',
  'é',
  'É',
  '\u00A0',
  '\u2028',
  '\u2003',
  '\uFEFF',
  '\u1680',
  '\u180E',
  '\u0085',
  '\u000B',
  '\f',
  '\r',
  '\n',
  '\t',
  'a\nb',
  'a\r\nb',
  '😀',
  '😁',
  '12',
  '٣',
  'foo bar',
  '2024-05',
  'me@x.org',
  '.',
  ']',
  '\b',
  '\0',
  '${x}',
  'b a',
  '\u0001',
  '\u200B',
  'ab',
] as const

describe('what a pattern means', () => {
  it.each(['u', 'su', 'iu'])('is what it means in JavaScript with the flags %s', (flags) => {
    const wrong = PATTERNS.flatMap((source) =>
      TEXTS.filter((text) => (find(source, text, flags).kind === 'match') !== new RegExp(source, flags).test(text)).map((text) => [
        source,
        text,
      ]),
    )
    expect(wrong).toEqual([])
  })

  it('does not grow meanings that the other engine gives to letters', () => {
    expect(find('\\Ab', 'xAb')).toMatchObject({ kind: 'match', at: 1 })
    expect(find('\\Qa.b\\E', 'Qa-bE')).toMatchObject({ kind: 'match' })
    expect(find('x\\z', 'xz')).toMatchObject({ kind: 'match' })
    expect(find('[[:alpha:]]', ':]')).toMatchObject({ kind: 'match' })
    expect(find('[[:alpha:]]', 'z')).toMatchObject({ kind: 'no-match' })
  })

  it('is found where JavaScript finds it, in generated patterns and texts', () => {
    const atom = fc.constantFrom('a', 'b', 'c', '.', '[ab]', '[^a]', '\\w', '\\s', '\\b', '(a|b)', '(?:ab|c)', '^', '$')
    const piece = fc
      .tuple(atom, fc.constantFrom('', '', '?', '*', '+', '{2}', '{1,2}', '*?'))
      .map(([one, times]) => (/[\^$]|\\b/.test(one) ? one : one + times))
    const pattern = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(''))
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', '\n', '\u00A0'), maxLength: 12 })
    fc.assert(
      fc.property(pattern, text, (source, given) => {
        const native = new RegExp(source, 'u').exec(given)
        expect(find(source, given, 'u')).toEqual(
          native === null ? { kind: 'no-match' } : { kind: 'match', at: native.index, length: native[0].length },
        )
      }),
      { numRuns: 1000 },
    )
  })
})

describe('the time that a pattern may take', () => {
  it.each(REDOS_CORPUS)('stays short: $source on $name', ({ source, text, flags }) => {
    find(source, 'warm', flags)
    expect(shortestMs(() => find(source, text, flags), 250)).toBeLessThan(250)
  })

  it('is refused before it is spent', () => {
    expect(find('(.*a){20}$', `${'a'.repeat(100_000)}b`)).toEqual({ kind: 'too-much-work' })
    expect(find('a'.repeat(1001), 'a')).toEqual({ kind: 'too-much-work' })
  })

  it('suffices for what people check in long answers', () => {
    const long = 'word '.repeat(10_000)
    expect(find('^[\\s\\S]{1,500}$', long.slice(0, 1500))).toMatchObject({ kind: 'no-match' })
    expect(find('\\b(?:sorry|cannot|unable)\\b', `${long}sorry`)).toMatchObject({ kind: 'match' })
    expect(find('[\\w.+-]+@[\\w-]+\\.\\w{2,}', `${long}me@example.org`)).toMatchObject({ kind: 'match' })
  })
})
