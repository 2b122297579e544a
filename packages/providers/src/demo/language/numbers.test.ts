import { describe, expect, it } from 'vitest'
import { numbersIn, readNumber } from './numbers.ts'
import { readCount } from './read-count.ts'

describe('readNumber', () => {
  it.each([
    ['12', 12],
    ['-3', -3],
    ['−3', -3],
    ['3.5', 3.5],
    ['12,5', 12.5],
    ['1,234', 1234],
    ['1,234.50', 1234.5],
    ['1.234,50', 1234.5],
    ['1.234.567', 1234567],
    ['1 234', 1234],
    ["1'234.5", 1234.5],
    ['0.125', 0.125],
    ['٣٤', 34],
    ['abc', null],
    ['1.2.3', null],
    ['', null],
  ])('reads %j as %j', (text, value) => {
    expect(readNumber(text)).toBe(value)
  })
})

describe('numbersIn', () => {
  it('finds numbers in order, but no digits within words and codes', () => {
    expect(numbersIn('3 mugs, 1,250.5 g, A4 and -2').map(({ value }) => value)).toEqual([3, 1250.5, -2])
  })
})

describe('readCount', () => {
  it.each([
    ['3', 3],
    ['Three', 3],
    ['a single', 1],
    ['einem', 1],
    ['deux', 2],
    ['many', null],
    ['-1', null],
  ])('reads %j as %j', (text, value) => {
    expect(readCount(text)).toBe(value)
  })
})
