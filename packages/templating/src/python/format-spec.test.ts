import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TemplateValue } from '../template-format.ts'
import { FormatRangeError, FormatSpecError, FormatTypeError } from './format-spec-error.ts'
import { formatValue } from './format-spec.ts'
import { PyFloat } from './number.ts'

const cases: readonly (readonly [TemplateValue, string, string])[] = [
  ['hi', '', 'hi'],
  ['hi', '5', 'hi   '],
  ['hi', '>5', '   hi'],
  ['hi', '^5', ' hi  '],
  ['hi', '*^7', '**hi***'],
  ['hi', '05', 'hi000'],
  ['hi', '.1', 'h'],
  ['hi', '5.1s', 'h    '],
  ['é😀x', '.2', 'é😀'],
  ['😀', '3', '😀  '],
  ['x', '😀>3', '😀😀x'],
  ['x', '<<3', 'x<<'],
  [1234, '', '1234'],
  [1234, '08', '00001234'],
  [-1234, '08d', '-0001234'],
  [1234, '+d', '+1234'],
  [1234, ' d', ' 1234'],
  [1234, '<8', '1234    '],
  [-42, '=8', '-     42'],
  [1234567, ',', '1,234,567'],
  [1234567, '_d', '1_234_567'],
  [1234, '010,', '00,001,234'],
  [1234, '09,', '0,001,234'],
  [255, 'x', 'ff'],
  [255, 'X', 'FF'],
  [255, '#x', '0xff'],
  [255, '#X', '0XFF'],
  [255, '#010x', '0x000000ff'],
  [-255, '#o', '-0o377'],
  [65535, '_x', 'ffff'],
  [1048576, '_x', '10_0000'],
  [5, '08b', '00000101'],
  [65, 'c', 'A'],
  [128512, '5c', '    😀'],
  [1234, 'n', '1234'],
  [12345678901234567890n, ',', '12,345,678,901,234,567,890'],
  [3, '.2f', '3.00'],
  [1, '%', '100.000000%'],
  [true, '', 'True'],
  [true, 'd', '1'],
  [false, '5', '    0'],
  [2.675, '.2f', '2.67'],
  [0.125, '.2f', '0.12'],
  [0.375, '.2f', '0.38'],
  [2.5, '.0f', '2'],
  [3.5, '.0f', '4'],
  [3.5, '#.0f', '4.'],
  [new PyFloat(1e22), 'f', '10000000000000000000000.000000'],
  [new PyFloat(1e23), '.17g', '9.9999999999999992e+22'],
  [0.1, '.20f', '0.10000000000000000555'],
  [0.1, '.60f', '0.100000000000000005551115123125782702118158340454101562500000'],
  [1234.5678, '.2e', '1.23e+03'],
  [1234.5678, 'E', '1.234568E+03'],
  [1234.5678, 'g', '1234.57'],
  [1234567.8, 'g', '1.23457e+06'],
  [0.00001234, 'G', '1.234E-05'],
  [1234567.8, '#.3g', '1.23e+06'],
  [new PyFloat(100), 'g', '100'],
  [new PyFloat(100), '#g', '100.000'],
  [new PyFloat(100), '', '100.0'],
  [new PyFloat(100), '10', '     100.0'],
  [new PyFloat(100), '.3', '1e+02'],
  [new PyFloat(100), '.4', '100.0'],
  [1234567.891, ',.2f', '1,234,567.89'],
  [0.1234, '.1%', '12.3%'],
  [-0.0001, '.2f', '-0.00'],
  [-0.0001, 'z.2f', '0.00'],
  [new PyFloat(0), 'e', '0.000000e+00'],
  [new PyFloat(-0), '', '-0.0'],
  [9.9996, '.3f', '10.000'],
  [5e-324, '.3g', '4.94e-324'],
  [Number.POSITIVE_INFINITY, '8', '     inf'],
  [Number.NEGATIVE_INFINITY, 'F', '-INF'],
  [Number.NaN, '06', '000nan'],
  [null, '', 'None'],
  [[1, 'a'], '', "[1, 'a']"],
]

describe('formatValue', () => {
  it.each(cases)('formats %s with %j as %j', (value, spec, text) => {
    expect(formatValue(value, spec)).toBe(text)
  })

  it.each<readonly [TemplateValue, string]>([
    ['x', 'd'],
    ['x', '+'],
    ['x', '=5'],
    ['x', '#'],
    ['x', 'z'],
    ['x', ','],
    ['x', '5q'],
    ['x', '.'],
    [1, 's'],
    [1, '.2'],
    [1, '.2d'],
    [1, 'z'],
    [1, ',_'],
    [1, '_,'],
    [1, ',x'],
    [1, '+c'],
    [1, '#c'],
    [1.5, 'd'],
    [1.5, 's'],
    [1.5, 'zz'],
    [true, 's'],
  ])('refuses %s with %j as Python refuses it with ValueError', (value, spec) => {
    expect(() => formatValue(value, spec)).toThrow(FormatSpecError)
  })

  it.each<TemplateValue>([null, [1], { a: 1 }])('takes no specification for %s', (value) => {
    expect(() => formatValue(value, '5')).toThrow(FormatTypeError)
  })

  it.each<readonly [TemplateValue, string]>([
    [1114112, 'c'],
    [-1, 'c'],
    [10n ** 400n, 'f'],
    ['x', '99999999'],
    [1.5, '.99999999f'],
  ])('refuses %s with %j as out of range', (value, spec) => {
    expect(() => formatValue(value, spec)).toThrow(FormatRangeError)
  })

  it('reads digits of other scripts in a width', () => {
    expect(formatValue('x', '>٣')).toBe('  x')
  })

  it('rounds to the nearest, so that a shown number is never further off than half its last place', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.integer({ min: 0, max: 12 }), (value, places) => {
        const shown = formatValue(new PyFloat(value), `.${places}f`)
        expect(Math.abs(Number(shown) - value)).toBeLessThanOrEqual(0.5000001 * 10 ** -places + Math.abs(value) * 2 ** -52)
        expect(shown.split('.')[1]?.length ?? 0).toBe(places)
      }),
    )
  })

  it('is at least as wide as asked, counted in code points', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 0, max: 40 }),
        fc.constantFrom('<', '>', '^'),
        (text, width, align) => {
          const shown = formatValue(text, `${align}${width}`)
          expect(Array.from(shown)).toHaveLength(Math.max(width, Array.from(text).length))
          expect(shown.trim()).toBe(text.trim())
        },
      ),
    )
  })
})
