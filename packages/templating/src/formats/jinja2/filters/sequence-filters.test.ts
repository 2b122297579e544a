import { describe, expect, it } from 'vitest'
import type { TemplateInputs } from '../../../template-format.ts'
import { renderSource as render } from '../render-source.ts'

const INPUTS: TemplateInputs = {
  xs: [3, 1, 2],
  ys: ['b', 'A', 'c', 'a'],
  d: { a: 1, b: 2, C: 3 },
  users: [
    { name: 'Ann', age: 30, city: 'CA', on: true },
    { name: 'bob', age: 25, city: 'ca', on: false },
    { name: 'Cid', age: 30, city: 'NY' },
  ],
  nums: [1, 2, 3, 4, 5, 6, 7],
}

describe('sequence filters', () => {
  it.each([
    [
      "{{ xs|first }}{{ xs|last }}[{{ []|first }}{{ []|last }}{{ []|max }}{{ []|min }}]{{ 'abc'|first }}{{ 'abc'|last }}{{ d|first }}",
      '32[]aca',
    ],
    [
      "{{ xs|min }}{{ xs|max }}{{ ys|min }}{{ ys|max }}{{ ys|min(case_sensitive=true) }}{{ users|max(attribute='age') }}{{ users|min(attribute='name') }}",
      "13AcA{'name': 'Ann', 'age': 30, 'city': 'CA', 'on': True}{'name': 'Ann', 'age': 30, 'city': 'CA', 'on': True}",
    ],
  ])('picks items: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    [
      "{{ xs|length }}{{ 'añ😀'|count }}{{ d|length }}{{ range(5)|length }}{{ undef|length }}{{ 'a😀'|list }}{{ d|list }}{{ undef|list }}{{ (1, 2)|list }}",
      "33350['a', '😀']['a', 'b', 'C'][][1, 2]",
    ],
  ])('counts and lists: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    [
      "{{ xs|join }}|{{ xs|join(', ') }}|{{ users|join('-', 'name') }}|{{ users|join(attribute='age') }}|{{ 'abc'|join('.') }}|{{ []|join('x') }}|{{ [1, none, true, 1.0]|join(' ') }}|{{ [[1, 2], [3]]|join(',', attribute=0) }}",
      '312|3, 1, 2|Ann-bob-Cid|302530|a.b.c||1 None True 1.0|1,3',
    ],
  ])('joins: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    [
      "{{ xs|sum }}{{ [0.1, 0.2]|sum }}{{ []|sum }}{{ [[1], [2]]|sum(start=[]) }}{{ users|sum(attribute='age') }}{{ xs|sum(start=10) }}",
      '60.300000000000000040[1, 2]8516',
    ],
  ])('sums: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    [
      "{{ xs|reverse|list }}{{ 'añ😀'|reverse }}{{ d|reverse|list }}{{ (1, 2)|reverse|list }}{{ range(3)|reverse|list }}{{ xs|map('string')|reverse }}{{ undef|reverse|list }}",
      "[2, 1, 3]😀ña['C', 'b', 'a'][2, 1][2, 1, 0]['2', '1', '3'][]",
    ],
  ])('reverses: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    [
      "{{ ys|sort }}{{ ys|sort(case_sensitive=true) }}{{ xs|sort(reverse=true) }}{{ xs|sort(true) }}{{ users|sort(attribute='age,name')|map(attribute='name')|list }}{{ users|sort(attribute='age', reverse=true)|map(attribute='name')|list }}",
      "['A', 'a', 'b', 'c']['A', 'a', 'b', 'c'][3, 2, 1][3, 2, 1]['bob', 'Ann', 'Cid']['Ann', 'Cid', 'bob']",
    ],
    [
      "{{ d|dictsort }}{{ d|dictsort(true) }}{{ d|dictsort(false, 'value') }}{{ d|dictsort(by='value', reverse=true) }}",
      "[('a', 1), ('b', 2), ('C', 3)][('C', 3), ('a', 1), ('b', 2)][('a', 1), ('b', 2), ('C', 3)][('C', 3), ('b', 2), ('a', 1)]",
    ],
    [
      "{{ ['b', 'A', 'a', 'B']|unique|list }}{{ ['b', 'A', 'a']|unique(true)|list }}{{ [1, 1.0, true]|unique|list }}{{ users|unique(attribute='city')|map(attribute='name')|list }}",
      "['b', 'A']['b', 'A', 'a'][1]['Ann', 'Cid']",
    ],
  ])('sorts: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    ["{% for g in users|groupby('city') %}{{ g.grouper }}:{{ g.list|map(attribute='name')|join('+') }};{% endfor %}", 'CA:Ann+bob;NY:Cid;'],
    ["{% for city, us in users|groupby('city', case_sensitive=true) %}{{ city }}{{ us|length }}{% endfor %}", 'CA1NY1ca1'],
    ["{% for on, us in users|groupby('zz', default='?') %}{{ on }}{{ us|length }}{% endfor %}", '?3'],
    ["{{ 'abca'|groupby(0) }}{{ ('abc'|groupby(0))[0].grouper }}", "[('a', ['a', 'a']), ('b', ['b']), ('c', ['c'])]a"],
  ])('groups: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    [
      "{{ nums|batch(3)|list }}{{ nums|batch(3, 'x')|list }}{{ []|batch(3)|list }}{{ nums|slice(3)|list }}{{ nums|slice(3, 'x')|list }}{{ nums|slice(9)|list }}{{ nums|batch(2)|map('join', ',')|join('|') }}",
      "[[1, 2, 3], [4, 5, 6], [7]][[1, 2, 3], [4, 5, 6], [7, 'x', 'x']][][[1, 2, 3], [4, 5], [6, 7]][[1, 2, 3], [4, 5, 'x'], [6, 7, 'x']][[1], [2], [3], [4], [5], [6], [7], [], []]1,2|3,4|5,6|7",
    ],
  ])('cuts: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    [
      "{{ users|map(attribute='name')|join(', ') }}{{ users|map(attribute='zz', default='D')|list }}{{ users|map(attribute='name')|map('upper')|join }}{{ ['1', 'x']|map('int', default=9)|list }}{{ [[1, 2], [3]]|map('first')|list }}{{ users|map(attribute='name.0')|list }}{{ [1]|map('nosuch') is iterable }}{{ undef|map('upper')|list }}",
      "Ann, bob, Cid['D', 'D', 'D']ANNBOBCID[1, 9][1, 3]['A', 'b', 'C']True[]",
    ],
  ])('maps: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    [
      "{{ [1, none, 0]|select|list }}{{ [1, 2, 3]|select('odd')|list }}{{ [1, 2, 3]|reject('divisibleby', 2)|list }}{{ [0, 1]|reject|list }}{{ users|selectattr('on')|map(attribute='name')|list }}{{ users|selectattr('age', 'gt', 26)|map(attribute='name')|list }}{{ users|rejectattr('on')|map(attribute='name')|list }}{{ users|selectattr('on', 'undefined')|map(attribute='name')|list }}",
      "[1][1, 3][1, 3][0]['Ann']['Ann', 'Cid']['bob', 'Cid']['Cid']",
    ],
  ])('selects: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })
})
