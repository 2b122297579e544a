import type { TemplateInputs } from '@vitrine/templating'
import { PyFloat } from '@vitrine/templating'
import fc from 'fast-check'
import type { ReferenceCase } from './python.ts'

const INPUTS: TemplateInputs = {
  s: 'text',
  e: '',
  u: 'naïve 😀\u00a0\u200b\ud800',
  q: `'"\\\n`,
  i: 42,
  n: -7,
  z: 0,
  big: 12345678901234567890123n,
  f: 3.25159,
  h: 2.5,
  w: new PyFloat(1),
  huge: new PyFloat(1e22),
  tiny: 1e-7,
  t: true,
  nul: null,
  xs: [1, 'two', [3.5, null], { k: 'v' }],
  d: { k: 'v', '0': 'zero', 'a b': [true] },
  'first name': 'Ada',
}

const names = fc.constantFrom(...Object.keys(INPUTS), 'missing', 'S')
const subscripts = fc.constantFrom('', '', '', '[0]', '[1]', '[9]', '[k]', '[a b]', '[-1]', '[2][0]', '[3][k]', '[', '[]', '[0]x', '[}]')
const conversions = fc.constantFrom('', '', '', '!r', '!s', '!a', '!x', '!', '!rr')
const fills = fc.constantFrom('', '', '<', '>', '^', '=', '*<', '0>', 'é^', '😀>', '_=')
const specs = fc
  .tuple(
    fills,
    fc.constantFrom('', '', '', '+', '-', ' '),
    fc.constantFrom('', '', '', 'z', '#', '0', '#0'),
    fc.constantFrom('', '', '1', '6', '12', '30', '{i}', '{missing}', '{i!r}', '{n:d}', '{i:{i}}'),
    fc.constantFrom('', '', '', ',', '_', ',_'),
    fc.constantFrom('', '', '.0', '.1', '.3', '.10', '.', '.{z}'),
    fc.constantFrom('', '', '', ...'sdboxXcneEfFgG%q'.split('')),
  )
  .map((parts) => `:${parts.join('')}`)
const fields = fc.tuple(names, subscripts, conversions, fc.oneof(fc.constant(''), specs)).map((parts) => `{${parts.join('')}}`)
const noise = fc.string({ unit: fc.constantFrom(...'{}[]:!x0 s'.split('')), maxLength: 6 })
const literals = fc.constantFrom('plain', '{{', '}}', '{{}}', '"k": ', '\n', 'é😀')

/** Templates of every construct of `str.format` but attributes, sound and broken ones. */
export const fstringCases: fc.Arbitrary<ReferenceCase> = fc
  .array(fc.oneof({ arbitrary: fields, weight: 5 }, { arbitrary: literals, weight: 3 }, { arbitrary: noise, weight: 1 }), { maxLength: 5 })
  .map((parts) => ({ format: 'fstring', template: parts.join(''), inputs: INPUTS }))
