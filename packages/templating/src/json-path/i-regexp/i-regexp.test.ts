import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toAutomaton } from './automaton.ts'
import { accepts } from './matches.ts'
import { parsePattern } from './parse.ts'

function test(pattern: string, text: string, anywhere = false): boolean | null {
  const parsed = parsePattern(pattern)
  return parsed === null ? null : accepts(toAutomaton(parsed), text, anywhere, () => undefined)
}

function stepsOf(pattern: string, text: string): number {
  const parsed = parsePattern(pattern)
  let steps = 0
  if (parsed !== null) accepts(toAutomaton(parsed), text, false, (spent) => (steps += spent))
  return steps
}

describe('patterns', () => {
  it.each<readonly [string, readonly string[], readonly string[]]>([
    ['', [''], ['a']],
    ['abc', ['abc'], ['ab', 'abcd', 'xabc']],
    ['a|bc', ['a', 'bc'], ['abc', '']],
    ['a|', ['a', ''], ['b']],
    ['a*', ['', 'a', 'aaa'], ['b']],
    ['a+', ['a', 'aa'], ['']],
    ['ab?c', ['ac', 'abc'], ['abbc']],
    ['a{2}', ['aa'], ['a', 'aaa']],
    ['a{2,}', ['aa', 'aaaa'], ['a']],
    ['a{1,3}', ['a', 'aaa'], ['', 'aaaa']],
    ['a{0}', [''], ['a']],
    ['(ab)+c', ['abc', 'ababc'], ['c', 'aabc']],
    ['(a*)*', ['', 'aaa'], ['b']],
    ['(a|b)*c', ['abbac'], ['abd']],
    ['.', ['x', 'é', '😀'], ['', '\n', '\r', 'xy']],
    ['[abc]', ['a', 'c'], ['d']],
    ['[a-c0]', ['b', '0'], ['d', '-']],
    ['[^a-c]', ['d', '😀'], ['b', '']],
    ['[-a]', ['-', 'a'], ['b']],
    ['[a-]', ['-', 'a'], ['b']],
    ['[\\]\\-\\n]', [']', '-', '\n'], ['n']],
    ['\\p{Lu}+', ['ÀB'], ['a', '1']],
    ['\\P{L}', ['1'], ['a']],
    ['[\\p{Nd}x]', ['7', 'x', '٣'], ['y']],
    ['\\.\\*\\(\\)\\t', ['.*()\t'], ['.*()t']],
    ['^a$', ['^a$'], ['a']],
  ])('%s accepts its texts and no others', (pattern, accepted, refused) => {
    for (const text of accepted) expect(test(pattern, text)).toBe(true)
    for (const text of refused) expect(test(pattern, text)).toBe(false)
  })

  it.each([
    '(',
    ')',
    '[',
    ']',
    '[]',
    '[^]',
    '*',
    'a**',
    'a{',
    'a{x}',
    'a{2,1}',
    'a{,2}',
    '\\d',
    '\\w',
    '\\',
    '\\p',
    '\\p{',
    '\\p{Xx}',
    '[b-a]',
    '[a-b-c]',
    '[[a]]',
    'a}',
    '(?:a)',
    '\\b',
  ])('%s is no I-Regexp', (pattern) => {
    expect(test(pattern, 'a')).toBeNull()
  })

  it('finds a part of a text when it may stand anywhere', () => {
    expect(test('b+c', 'aabbcd', true)).toBe(true)
    expect(test('b{3}', 'aabbcd', true)).toBe(false)
    expect(test('', '', true)).toBe(true)
    expect(test('d', 'abcd', true)).toBe(true)
  })

  it('agrees with the language itself on what both can say', () => {
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '(', ')', '|', '*', '+', '?', '.'), maxLength: 8 })
    const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 6 })
    fc.assert(
      fc.property(pattern, text, fc.boolean(), (source, subject, anywhere) => {
        fc.pre(!/[*+?][*+?]/.test(source) && parsePattern(source) !== null)
        expect(test(source, subject, anywhere)).toBe(new RegExp(anywhere ? source : `^(?:${source})$`, 'u').test(subject))
      }),
      { numRuns: 500 },
    )
  })
})

describe('work', () => {
  it.each(['(a*)*b', '(a|a)*b', '(a|aa)+b', '(.*)(.*)(.*)x'])('grows with the text and not faster for %s', (pattern) => {
    const short = stepsOf(pattern, 'a'.repeat(100))
    const long = stepsOf(pattern, 'a'.repeat(1000))
    expect(long).toBeLessThan(short * 11)
  })

  it.each(['a{3000}', '((a{50}){50}){50}', '(){5000}', 'a{0,9999}'])('refuses %s, which needs too many states', (pattern) => {
    expect(() => test(pattern, 'a')).toThrow(/more than 2000/)
  })

  it('reads groups only as deep as it can build them', () => {
    expect(parsePattern('('.repeat(60) + ')'.repeat(60))).not.toBeNull()
    expect(parsePattern('('.repeat(60_000) + ')'.repeat(60_000))).toBeNull()
  })
})
