import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isInside, parseNumber, stepNumber } from './parse-number.ts'

describe('parseNumber', () => {
  it('reads blank as no value', () => {
    expect(parseNumber('  ')).toEqual({ ok: true, value: null })
  })
  it('reads what people type', () => {
    expect(parseNumber('0.7')).toEqual({ ok: true, value: 0.7 })
    expect(parseNumber('0,7')).toEqual({ ok: true, value: 0.7 })
    expect(parseNumber('2 048')).toEqual({ ok: true, value: 2048 })
    expect(parseNumber('2\u202f048')).toEqual({ ok: true, value: 2048 })
    expect(parseNumber('-2')).toEqual({ ok: true, value: -2 })
    expect(parseNumber('1e3')).toEqual({ ok: true, value: 1000 })
  })
  it('reads the digits of an Arabic keyboard', () => {
    expect(parseNumber('\u0660\u066b\u0667')).toEqual({ ok: true, value: 0.7 })
    expect(parseNumber('\u06f4\u06f2')).toEqual({ ok: true, value: 42 })
  })
  it('refuses what is not a number', () => {
    for (const text of ['abc', '1.2.3', '0x10', '1e999', '--1', '1,2,3']) expect(parseNumber(text)).toEqual({ ok: false })
  })
  it('reads back every number that is written plainly', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(parseNumber(String(value))).toEqual({ ok: true, value: value + 0 })
      }),
    )
  })
})

describe('stepNumber', () => {
  it('adds without dust', () => {
    expect(stepNumber(0.2, 1, { step: 0.1 })).toBe(0.3)
    expect(stepNumber(0.7, -1, { step: 0.1 })).toBe(0.6)
    expect(stepNumber(1, 1, { step: 0.05 })).toBe(1.05)
  })
  it('stays inside the bounds', () => {
    expect(stepNumber(2, 1, { step: 0.1, max: 2 })).toBe(2)
    expect(stepNumber(0, -1, { min: 0 })).toBe(0)
  })
})

describe('isInside', () => {
  it('takes an absent bound as none', () => {
    expect(isInside(1e9, {})).toBe(true)
    expect(isInside(1.4, { max: 1 })).toBe(false)
    expect(isInside(-1, { min: 0 })).toBe(false)
  })
})
