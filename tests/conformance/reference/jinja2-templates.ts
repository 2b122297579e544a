import { PyFloat, type TemplateInputs } from '@vitrine/templating'
import fc from 'fast-check'
import type { ReferenceCase } from './python.ts'

const INPUTS: TemplateInputs = {
  s: 'some Text here',
  e: '',
  q: `a'b"c\\d\n<é>`,
  i: 7,
  n: -3,
  z: 0,
  f: 2.5,
  w: new PyFloat(4),
  t: true,
  nul: null,
  xs: [3, 1, 2],
  words: ['pear', 'Apple', 'fig'],
  rows: [
    { name: 'a', size: 2 },
    { name: 'b', size: 1 },
  ],
  d: { k: 'v', b: [1, 2], a: { deep: true } },
}

const atoms = fc.constantFrom(
  's',
  'e',
  'q',
  'i',
  'n',
  'z',
  'f',
  'w',
  't',
  'nul',
  'xs',
  'words',
  'd',
  'd.k',
  'd["b"]',
  'd.a.deep',
  'rows',
  'missing',
  '1',
  '2.0',
  '"lit"',
  "'x'",
  '[1, i]',
  '(1, 2)',
  '{"p": n}',
  'true',
  'none',
  'loop.index',
)
const binary = fc.constantFrom('+', '-', '*', '/', '//', '%', '~', '==', '!=', '<', '<=', '>', '>=', 'and', 'or', 'in', 'not in')
const filters = fc.constantFrom(
  'upper',
  'lower',
  'title',
  'capitalize',
  'trim',
  'length',
  'first',
  'last',
  'sort',
  'reverse|list',
  'join(", ")',
  'default("dflt")',
  'default("dflt", true)',
  'int',
  'float',
  'string',
  'abs',
  'round(1)',
  'list',
  'sum',
  'min',
  'max',
  'unique|list',
  'replace("e", "3")',
  'tojson',
  'map("upper")|list',
  'map(attribute="name")|list',
  'selectattr("size", "gt", 1)|list',
  'batch(2)|list',
  'slice(2)|list',
  'items|list',
  'dictsort',
  'wordcount',
  'truncate(8)',
  'center(10)',
  'e',
  'striptags',
  'indent(2)',
  'select("odd")|list',
  'groupby("size")',
)
const testNames = fc.constantFrom(
  'defined',
  'undefined',
  'none',
  'string',
  'number',
  'mapping',
  'sequence',
  'iterable',
  'odd',
  'even',
  'divisibleby(2)',
  'true',
  'integer',
  'float',
  'boolean',
  'in xs',
  'eq(7)',
  'lower',
)

const accesses = fc.constantFrom('[0]', '[-1]', '.k', '["a"]', '.upper()', '.items()|list', '.split()', '.strip("s")')
/** Of names alone: a literal that is cut to pieces is undefined or an error in the reference, as its optimiser has met it or not. */
const names = fc.constantFrom('s', 'e', 'q', 'i', 'n', 'f', 'w', 't', 'nul', 'xs', 'words', 'rows', 'd', 'd.k')
const slices = fc.constantFrom('[1:]', '[::-1]', '[:2]', '[-2:]')
const texts = fc.constantFrom('text', ' ', '\n', '  \n', '{', '}', '{# note #}', '{#- note -#}', '{% raw %}{{ x }}{% endraw %}')

const expression: fc.Memo<string> = fc.memo((depth) => {
  if (depth <= 1) return atoms
  const value = expression()
  return fc.oneof(
    { arbitrary: atoms, weight: 3 },
    fc.tuple(value, binary, value).map(([left, operator, right]) => `(${left} ${operator} ${right})`),
    fc.tuple(value, filters).map(([inner, filter]) => `(${inner})|${filter}`),
    fc.tuple(value, testNames).map(([inner, name]) => `(${inner} is ${name})`),
    fc.tuple(value, value, value).map(([yes, test, no]) => `(${yes} if ${test} else ${no})`),
    fc.tuple(value, accesses).map(([inner, access]) => `(${inner})${access}`),
    fc.tuple(names, slices).map((parts) => parts.join('')),
    fc.tuple(fc.constantFrom('not ', '-'), value).map((parts) => parts.join('')),
  )
})

const body: fc.Memo<string> = fc.memo((depth) => {
  const value = expression(3)
  const output = fc.oneof(
    value.map((inner) => `{{ ${inner} }}`),
    value.map((inner) => `{{- ${inner} -}}`),
  )
  if (depth <= 1) return fc.oneof(texts, output)
  const part = body()
  return fc.oneof(
    { arbitrary: output, weight: 3 },
    fc.tuple(value, part, part).map(([test, yes, no]) => `{% if ${test} %}${yes}{% else %}${no}{% endif %}`),
    fc
      .tuple(value, part, part)
      .map(([list, each, none]) => `{% for item in ${list} %}${each}{{ loop.index }}{{ item }}{% else %}${none}{% endfor %}`),
    fc.tuple(value, part).map(([inner, rest]) => `{% set v = ${inner} -%} ${rest}{{ v }}`),
    fc.tuple(value, part).map(([inner, rest]) => `{% with w = ${inner} %}${rest}{{ w }}{% endwith %}`),
    fc.tuple(part, part).map((parts) => parts.join('')),
  )
})

/** Templates of the constructs that prompts use, each one well formed; many of them fail on their values. */
export const jinja2Cases: fc.Arbitrary<ReferenceCase> = body(3).map((template) => ({ format: 'jinja2', template, inputs: INPUTS }))
