import { describe, expect, it } from 'vitest'
import type { TemplateInputs } from '../../../template-format.ts'
import { renderSource as render } from '../render-source.ts'

const INPUTS: TemplateInputs = {
  x: 5,
  z: 0,
  f: 2.5,
  s: 'Hello World',
  e: '',
  no: null,
  xs: [3, 1, 2],
  d: { a: 1, b: 2, C: 3 },
  em: [],
  u: 'naïve 日本 😀 é',
  nums: [1, 2, 3, 4, 5, 6, 7],
  big: 12345678901234567890123n,
}

describe('operators', () => {
  it.each([
    ['{{ 1 + 2 }} {{ 7 - 9 }} {{ 3 * 4 }}', '3 -2 12'],
    ['{{ 7 // 2 }} {{ -7 // 2 }} {{ 7 // -2 }} {{ -7 // -2 }}', '3 -4 -4 3'],
    ['{{ 7 % 3 }} {{ -7 % 3 }} {{ 7 % -3 }} {{ 0 % 5 }}', '1 2 -2 0'],
    ['{{ 4 / 2 }} {{ 7 / 2 }} {{ 1 / 3 }} {{ 0 / 5 }}', '2.0 3.5 0.3333333333333333 0.0'],
    ['{{ 2 ** 10 }} {{ 2 ** 3 ** 2 }} {{ -2 ** 2 }} {{ 2 ** -1 }} {{ 0 ** 0 }}', '1024 64 4 0.5 1'],
    [
      '{{ 9007199254740991 + 2 }} {{ 2 ** 100 }} {{ big + 1 }} {{ big * big }}',
      '9007199254740993 1267650600228229401496703205376 12345678901234567890124 152415787532388367504942236884722755800955129',
    ],
    [
      '{{ big // 7 }} {{ big % 7 }} {{ big / 3 }} {{ -big // 7 }} {{ big - big }}',
      '1763668414462081127160 3 4.1152263004115226e+21 -1763668414462081127161 0',
    ],
    ['{{ 3 * -0 }} {{ 0 * -1 }} {{ -z }}', '0 0 0'],
    ['{{ -x }} {{ +x }} {{ - -x }} {{ -(x + 1) }}', '-5 5 5 -6'],
    ['{{ (10 ** 30) / (10 ** 10) }} {{ (2 ** 70 + 1) / (2 ** 70) }} {{ 10 ** 200 / 10 ** 199 }}', '1e+20 1.0 10.0'],
  ])('calculates with ints: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    ['{{ 0.1 + 0.2 }} {{ 1.5 * 2 }} {{ 1.0 }} {{ 1e16 }} {{ 1e-5 }}', '0.30000000000000004 3.0 1.0 1e+16 1e-05'],
    ['{{ 7.5 // 2 }} {{ -7.5 // 2 }} {{ 7.5 % 2 }} {{ -7.5 % 2 }} {{ 7.5 % -2 }}', '3.0 -4.0 1.5 0.5 -0.5'],
    ['{{ 2 ** 0.5 }} {{ 2.5 ** 2 }} {{ 0.0 ** 0 }} {{ 4.0 / 2 }}', '1.4142135623730951 6.25 1.0 2.0'],
    ['{{ -0.0 }} {{ 0 // -7.25 }} {{ 0.0 * -1 }} {{ 1e308 * 10 }} {{ -1e308 * 10 }}', '-0.0 -0.0 -0.0 inf -inf'],
    ['{{ f + 1 }} {{ f * 2 }} {{ f - f }}', '3.5 5.0 0.0'],
  ])('calculates with floats: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    ['{{ true + true }} {{ true * 3 }} {{ -true }} {{ +true }} {{ true / 2 }}', '2 3 -1 1 0.5'],
    ['{{ true == 1 }} {{ false == 0 }} {{ true < 2 }}', 'True True True'],
  ])('takes booleans for ints: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    ["{{ 'a' + 'b' }} {{ [1] + [2] }} {{ (1,) + (2,) }}", 'ab [1, 2] (1, 2)'],
    ["{{ 'ab' * 3 }}|{{ 3 * 'ab' }}|{{ 'ab' * -1 }}|{{ 'ab' * 0 }}", 'ababab|ababab||'],
    ['{{ [1, 2] * 2 }} {{ (1,) * 2 }} {{ 2 * [0] }} {{ [] * 1000000000 }}', '[1, 2, 1, 2] (1, 1) [0, 0] []'],
    ["{{ 1 ~ 2 * 3 }} {{ 'x' + 2 ~ 3 }} {{ 'a' ~ none ~ 1.0 ~ true ~ [1] }}", '16 x23 aNone1.0True[1]'],
  ])('joins and repeats sequences: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    ['{{ 1 < 2 }} {{ 2 <= 2 }} {{ 3 > 4 }} {{ 3 >= 4 }} {{ 1 == 1.0 }} {{ 1 != 2 }}', 'True True False False True True'],
    ['{{ 1 < 2 < 3 }} {{ 1 < 3 < 2 }} {{ 1 == 1 != 2 }} {{ 3 > 2 > 1 == true }}', 'True False True True'],
    ["{{ 'a' < 'b' }} {{ 'B' < 'a' }} {{ '\\uffff' < '😀' }} {{ 'a' == 'a' }}", 'True True True True'],
    ['{{ [1, 2] < [1, 3] }} {{ [1] < [1, 0] }} {{ (1, 2) == (1, 2) }} {{ (1, 2) == [1, 2] }}', 'True True True False'],
    ["{{ {'a': 1} == d }} {{ {'a': 1, 'b': 2, 'C': 3} == d }} {{ d == d }}", 'False True True'],
    ["{{ none == none }} {{ none == 0 }} {{ 'a' == 1 }} {{ 'nan'|float == 'nan'|float }}", 'True False False False'],
    ['{{ range(3) == range(0, 3) }} {{ range(0) == range(5, 2) }}', 'True True'],
  ])('compares: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    ['{{ 1 in xs }} {{ 9 in xs }} {{ 9 not in xs }} {{ 1.0 in xs }}', 'True False True True'],
    ["{{ 'ell' in s }} {{ '' in s }} {{ 'a' in d }} {{ 'zz' in d }} {{ 1 in d }}", 'True True True False False'],
    ["{{ 3 in range(5) }} {{ 'a' in ('a', 'b') }} {{ 1 in [1] == true }}", 'True True False'],
    ['{{ not x in xs }} {{ not x }} {{ not not x }} {{ not x == 5 }}', 'True False True False'],
  ])('finds members: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    ["{{ x and z }} {{ z and x }} {{ x or z }} {{ z or e or 'last' }} {{ x and s }}", '0 0 5 last Hello World'],
    ["{{ em or 'empty' }} {{ no or 0 }}", 'empty 0'],
  ])('gives the operand that decides: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    ["{{ 'a' if x else 'b' }} {{ 'a' if z else 'b' }} [{{ 'a' if z }}]", 'a b []'],
    ["{{ 'a' if z else 'b' if z else 'c' }} {{ (x if z) is defined }}", 'c False'],
  ])('chooses: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    [
      '{{ xs[0] }}{{ xs[-1] }}{{ xs[1:] }}{{ xs[:-1] }}{{ xs[::-1] }}{{ xs[::2] }}{{ xs[5:] }}{{ xs[-2:] }}',
      '32[1, 2][3, 1][2, 1, 3][3, 2][][1, 2]',
    ],
    ['{{ s[1:4] }}|{{ s[::-1] }}|{{ s[-5:] }}|{{ s[8:2:-2] }}|{{ s[5:1] }}|{{ s[:100] }}', 'ell|dlroW olleH|World|rWo||Hello World'],
    ['{{ u[3] }}{{ u[::-1] }}{{ u[-3:] }}{{ u[6:10] }}', 'vé 😀 本日 evïan😀 é日本 😀'],
    [
      '{{ (1, 2, 3)[1:] }}{{ range(10)[2:8:3] }}{{ range(10)[::-1]|list }}{{ range(9)[-1] }}',
      '(2, 3)range(2, 8, 3)[9, 8, 7, 6, 5, 4, 3, 2, 1, 0]8',
    ],
    ['{{ nums[none:2] }}{{ nums[true:] }}{{ [1][:] }}{{ nums[1:6][::2] }}', '[1, 2][2, 3, 4, 5, 6, 7][1][2, 4, 6]'],
  ])('slices: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })
})
