import { describe, expect, it } from 'vitest'
import { quotesIn, withoutQuotes } from './quotes.ts'

describe('quotesIn', () => {
  it.each([
    ['say "hello" now', ['hello']],
    ['„Guten Tag“ und «bonjour»', ['Guten Tag', 'bonjour']],
    ['“one” and ‘two’', ['one']],
    ["translate 'it's fine' please", ["it's fine"]],
    ["it's a dog's life", []],
    ['「こんにちは」と言う', ['こんにちは']],
    ['run `npm test`', ['npm test']],
    ['an "open end', []],
  ])('finds what %j quotes', (text, quotes) => {
    expect(quotesIn(text).map((quote) => quote.text)).toEqual(quotes)
  })
})

describe('withoutQuotes', () => {
  it('takes the marks off only where they enclose the whole', () => {
    expect(withoutQuotes(' "hello there" ')).toBe('hello there')
    expect(withoutQuotes('"a" and "b"')).toBe('"a" and "b"')
  })
})
