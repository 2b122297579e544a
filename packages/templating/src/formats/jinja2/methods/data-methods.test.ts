import { describe, expect, it } from 'vitest'
import type { TemplateInputs } from '../../../template-format.ts'
import { renderSource as render } from '../render-source.ts'

const INPUTS: TemplateInputs = {
  x: 5,
  f: 2.5,
  s: 'Hello World',
  xs: [3, 1, 2],
  d: { a: 1, b: 2, C: 3 },
  nest: { k: { j: [1, { q: 'deep' }] }, items: 5, _p: 1 },
}

describe('methods of lists, dicts and numbers', () => {
  it.each([
    [
      "{{ d.keys() }}{{ d.values() }}{{ d.items() }}{{ d.get('a') }}{{ d.get('zz') }}{{ d.get('zz', 5) }}{{ d.copy() }}{{ d.keys()|list }}{{ d.values()|sum }}",
      "dict_keys(['a', 'b', 'C'])dict_values([1, 2, 3])dict_items([('a', 1), ('b', 2), ('C', 3)])1None5{'a': 1, 'b': 2, 'C': 3}['a', 'b', 'C']6",
    ],
    [
      "{{ d.a }}{{ d['b'] }}{{ nest.k.j[1].q }}{{ nest['items'] }}{{ nest._p }}{{ nest.items() }}",
      "12deep51dict_items([('k', {'j': [1, {'q': 'deep'}]}), ('items', 5), ('_p', 1)])",
    ],
  ])('reads dicts: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    [
      '{{ xs.index(1) }}{{ xs.count(1) }}{{ xs.copy() }}{{ (1, 2, 1).count(1) }}{{ (1, 2).index(2) }}{{ [1, 2, 1].index(1, 1) }}{{ range(4).index(2) }}{{ range(1, 9, 2).start }}{{ range(1, 9, 2).stop }}{{ range(9).step }}',
      '11[3, 1, 2]2122191',
    ],
  ])('reads lists, tuples and ranges: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    ['{% set l = [] %}{% set _ = l.append(1) %}{% set _ = l.extend([2, 3]) %}{{ l }}{{ l.index(2) }}{{ l.count(3) }}', '[1, 2, 3]11'],
    [
      '{% set l = [3, 1, 2] %}{{ l.sort() }}{{ l }}{{ l.pop() }}{{ l.pop(0) }}{{ l }}{{ l.insert(0, 9) }}{{ l }}{{ l.reverse() }}{{ l }}{{ l.remove(9) }}{{ l }}{{ l.clear() }}{{ l }}',
      'None[1, 2, 3]31[2]None[9, 2]None[2, 9]None[2]None[]',
    ],
    [
      '{% set l = [1, 2, 3] %}{{ l.insert(-1, 9) }}{{ l }}{{ l.insert(99, 8) }}{{ l }}{{ l.pop(-2) }}{{ l }}',
      'None[1, 2, 9, 3]None[1, 2, 9, 3, 8]3[1, 2, 9, 8]',
    ],
    [
      '{% set l = xs|list %}{{ l.append(4) }}{{ l }}{{ xs }}{% set m = xs + [] %}{{ m.append(5) }}{{ m }}{% set k = xs[:] %}{{ k.append(6) }}{{ k }}',
      'None[3, 1, 2, 4][3, 1, 2]None[3, 1, 2, 5]None[3, 1, 2, 6]',
    ],
  ])('changes lists that the template made: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    [
      "{% set q = {} %}{% set _ = q.update({'a': 1}) %}{% set _ = q.update(b=2) %}{{ q }}{{ q.setdefault('c', 3) }}{{ q.setdefault('a', 9) }}{{ q.pop('a') }}{{ q.pop('zz', 0) }}{{ q }}{{ q.popitem() }}{{ q }}{{ q.clear() }}{{ q }}",
      "{'a': 1, 'b': 2}3110{'b': 2, 'c': 3}('c', 3){'b': 2}None{}",
    ],
    [
      "{{ dict(a=1, b=[2]) }}{{ dict([('a', 1)]) }}{{ dict({'a': 1}, b=2) }}{{ dict() }}{{ dict(**{'a': 1}) }}",
      "{'a': 1, 'b': [2]}{'a': 1}{'a': 1, 'b': 2}{}{'a': 1}",
    ],
  ])('changes dicts that the template made: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    [
      '{{ x.real }}{{ x.imag }}{{ f.imag }}{{ x.numerator }}{{ x.denominator }}{{ f.is_integer() }}{{ 2.0.is_integer() }}{{ x.bit_length() }}{{ 0 .bit_length() }}{{ 7 .bit_count() }}{{ f.as_integer_ratio() }}{{ 0.1.as_integer_ratio() }}{{ x.conjugate() }}{{ true.real }}',
      '500.051FalseTrue303(5, 2)(3602879701896397, 36028797018963968)51',
    ],
  ])('reads numbers: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    [
      '{{ range(5)|list }}{{ range(2, 5)|list }}{{ range(5, 0, -2)|list }}{{ range(3)[1] }}{{ range(3) }}{{ range(1, 9, 2) }}{{ range(100000)|length }}',
      '[0, 1, 2, 3, 4][2, 3, 4][5, 3, 1]1range(0, 3)range(1, 9, 2)100000',
    ],
    [
      "{{ cycler('a', 'b').next() }}{% set c = cycler(1, 2) %}{{ c.next() }}{{ c.next() }}{{ c.next() }}{{ c.current }}{% set _ = c.reset() %}{{ c.current }}",
      'a12121',
    ],
    ["{% set j = joiner('; ') %}{{ j() }}a{{ j() }}b{{ j() }}{% set k = joiner() %}{{ k() }}{{ k() }}", 'a; b; , '],
    ["{% set ns = namespace({'a': 1}, b=2) %}{{ ns.a }}{{ ns.b }}{{ ns }}", "12<Namespace {'a': 1, 'b': 2}>"],
    ['{{ range is callable }}{{ s.upper is callable }}{% set f = s.upper %}{{ f() }}', 'TrueTrueHELLO WORLD'],
  ])('has the usual functions: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })
})
