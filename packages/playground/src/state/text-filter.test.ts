import { describe, expect, it } from 'vitest'
import { textFilter } from './text-filter.ts'

const keeps = (filter: string, text: string) => textFilter(filter)?.(text)

describe('textFilter', () => {
  it('keeps everything where nothing is asked for', () => {
    expect(keeps('  ', 'anything')).toBe(true)
  })
  it('looks for words in any case', () => {
    expect(keeps('KETTLE', 'The kettle arrived')).toBe(true)
    expect(keeps('mug', 'The kettle arrived')).toBe(false)
  })
  it('takes signs of an expression as signs', () => {
    expect(keeps('a.c', 'abc')).toBe(false)
    expect(keeps('$5 (net)', 'It costs $5 (net).')).toBe(true)
  })
  it('matches an expression between slashes', () => {
    expect(keeps('/A-\\d{5}/', 'order a-20417')).toBe(true)
    expect(keeps('/^refund$/m', 'x\nrefund')).toBe(true)
    expect(keeps('/^refund$/', 'a refund')).toBe(false)
  })
  it('refuses what is not an expression', () => {
    expect(textFilter('/(/')).toBeNull()
    expect(textFilter(`/${'a'.repeat(300)}/`)).toBeNull()
  })
  it.each(['/(a+)+$/', '/(a|a)*b/', '/((ab)*)*/', '/(.*)*x/', '/(a{2,})+/', '/.*.*.*x/'])(
    'refuses %s, which could hang the page',
    (filter) => {
      expect(textFilter(filter)).toBeNull()
    },
  )
  it.each(['/(foo|bar)/', '/(ab)+c/', '/[a-z]+@[a-z]+/', '/\\(a+\\)+/'])('takes %s', (filter) => {
    expect(textFilter(filter)).not.toBeNull()
  })
  it('looks only at the beginning of a very long text', () => {
    expect(keeps('/a*a*b/', `${'a'.repeat(1_000_000)}b`)).toBe(false)
  })
})
