import { describe, expect, it } from 'vitest'
import type { TemplateInputs } from '../../../template-format.ts'
import { renderSource as render } from '../render-source.ts'

const INPUTS: TemplateInputs = {
  x: 5,
  s: 'Hello World',
  e: '',
  no: null,
  d: { a: 1, b: 2, C: 3 },
  users: [
    { name: 'Ann', age: 30, city: 'CA', on: true },
    { name: 'bob', age: 25, city: 'ca', on: false },
    { name: 'Cid', age: 30, city: 'NY' },
  ],
  mixed: [1, 'a', null, 2.5, true, [1], { k: 'v' }],
}

describe('filters on any value', () => {
  it.each([
    [
      "{{ x|default(3) }}{{ undef|default(3) }}{{ no|default(3) }}{{ no|default(3, true) }}{{ e|d('q', boolean=true) }}{{ undef|d }}{{ undef|default(default_value='v') }}",
      '53None3qv',
    ],
  ])('falls back: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    [
      "{{ s|attr('upper')() }}[{{ d|attr('a') }}]{{ d|items|list }}{{ undef|items|list }}{{ d|string }}",
      "HELLO WORLD[][('a', 1), ('b', 2), ('C', 3)][]{'a': 1, 'b': 2, 'C': 3}",
    ],
  ])('reads attributes and items: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    [
      "{{ d|tojson }}{{ [1, 'é</script>\\'&😀', none, true, 1.5]|tojson }}{{ (1, 2)|tojson }}{{ {1: 2}|tojson }}{{ {true: 2}|tojson }}{{ {1.5: 2, 3: none}|tojson }}{{ {none: 1}|tojson }}{{ 1e20|tojson }}{{ 'nan'|float|tojson }}{{ 'inf'|float|tojson }}",
      '{"C": 3, "a": 1, "b": 2}[1, "\\u00e9\\u003c/script\\u003e\\u0027\\u0026\\ud83d\\ude00", null, true, 1.5][1, 2]{"1": 2}{"true": 2}{"1.5": 2, "3": null}{"null": 1}1e+20NaNInfinity',
    ],
    [
      "{{ d|tojson(indent=2) }}{{ []|tojson(2) }}{{ {'a': []}|tojson(2) }}{{ [[1], {}]|tojson(1) }}{{ [1]|tojson('--') }}{{ [1]|tojson(0) }}",
      '{\n  "C": 3,\n  "a": 1,\n  "b": 2\n}[]{\n  "a": []\n}[\n [\n  1\n ],\n {}\n][\n--1\n][\n1\n]',
    ],
  ])('writes JSON: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    [
      "{{ d|pprint }}{{ 'x'|pprint }}{{ {'b': 1, 'a': [1, (2,)]}|pprint }}{{ users|pprint }}",
      "{'C': 3, 'a': 1, 'b': 2}'x'{'a': [1, (2,)], 'b': 1}[{'age': 30, 'city': 'CA', 'name': 'Ann', 'on': True},\n {'age': 25, 'city': 'ca', 'name': 'bob', 'on': False},\n {'age': 30, 'city': 'NY', 'name': 'Cid'}]",
    ],
    [
      "{{ ([1] * 40)|pprint }}{{ ([1] * 30,)|pprint }}{{ {'k': 'word ' * 20, 'b': [1] * 40}|pprint }}{{ ('word ' * 20)|pprint }}{{ [('line\\n' * 20)]|pprint }}{{ mixed|pprint }}",
      "[1,\n 1,\n 1,\n 1,\n 1,\n 1,\n 1,\n 1,\n 1,\n 1,\n 1,\n 1,\n 1,\n 1,\n 1,\n 1,\n 1,\n 1,\n 1,\n 1,\n 1,\n 1,\n 1,\n 1,\n 1,\n 1,\n 1,\n 1,\n 1,\n 1,\n 1,\n 1,\n 1,\n 1,\n 1,\n 1,\n 1,\n 1,\n 1,\n 1]([1,\n  1,\n  1,\n  1,\n  1,\n  1,\n  1,\n  1,\n  1,\n  1,\n  1,\n  1,\n  1,\n  1,\n  1,\n  1,\n  1,\n  1,\n  1,\n  1,\n  1,\n  1,\n  1,\n  1,\n  1,\n  1,\n  1,\n  1,\n  1,\n  1],){'b': [1,\n       1,\n       1,\n       1,\n       1,\n       1,\n       1,\n       1,\n       1,\n       1,\n       1,\n       1,\n       1,\n       1,\n       1,\n       1,\n       1,\n       1,\n       1,\n       1,\n       1,\n       1,\n       1,\n       1,\n       1,\n       1,\n       1,\n       1,\n       1,\n       1,\n       1,\n       1,\n       1,\n       1,\n       1,\n       1,\n       1,\n       1,\n       1,\n       1],\n 'k': 'word word word word word word word word word word word word word word '\n      'word word word word word word '}('word word word word word word word word word word word word word word word '\n 'word word word word word ')['line\\n'\n 'line\\n'\n 'line\\n'\n 'line\\n'\n 'line\\n'\n 'line\\n'\n 'line\\n'\n 'line\\n'\n 'line\\n'\n 'line\\n'\n 'line\\n'\n 'line\\n'\n 'line\\n'\n 'line\\n'\n 'line\\n'\n 'line\\n'\n 'line\\n'\n 'line\\n'\n 'line\\n'\n 'line\\n'][1, 'a', None, 2.5, True, [1], {'k': 'v'}]",
    ],
  ])('prints prettily: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })
})
