import { describe, expect, it } from 'vitest'
import type { TemplateInputs } from '../../../template-format.ts'
import { renderSource as render } from '../render-source.ts'

const INPUTS: TemplateInputs = {
  x: 5,
  s: 'Hello World',
  xs: [3, 1, 2],
  d: { a: 1, b: 2, C: 3 },
  mixed: [1, 'a', null, 2.5, true, [1], { k: 'v' }],
  big: 12345678901234567890123n,
}

describe('values', () => {
  it.each([
    [
      "{{ mixed }}{{ d }}{{ 'it\\'s' }}{{ [\"it's\", 'q\"q', 'é\\n'] }}{{ (1,) }}{{ () }}{{ [(), {}, []] }}",
      "[1, 'a', None, 2.5, True, [1], {'k': 'v'}]{'a': 1, 'b': 2, 'C': 3}it's[\"it's\", 'q\"q', 'é\\n'](1,)()[(), {}, []]",
    ],
    [
      '{{ true }}{{ none }}{{ 1.0 }}{{ 1e16 }}{{ 1e15 }}{{ 100.0 }}{{ 1e-5 }}{{ big }}{{ [big, 1.0, none] }}{{ {1: 2.0, none: true} }}',
      'TrueNone1.01e+161000000000000000.0100.01e-0512345678901234567890123[12345678901234567890123, 1.0, None]{1: 2.0, None: True}',
    ],
    ['{{ [undef] }}[{{ undef }}]{{ undef|string }}', '[Undefined][]'],
  ])('prints as Python does: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    [
      "{{ undef == undef2 }}{{ undef != none }}{{ undef is none }}{{ undef or 'd' }}{{ undef in [1] }}{{ undef in [undef3] }}{{ 'a' in undef }}{{ not undef }}",
      'TrueTrueFalsedFalseTrueFalseTrue',
    ],
    [
      "[{{ d.nope }}][{{ d['nope'] }}][{{ xs[99] }}][{{ xs['a'] }}][{{ s.nope }}][{{ x.nope }}][{{ none.nope }}][{{ d[0] }}][{{ d[[1]] }}][{{ s[1.5] }}]",
      '[][][][][][][][][][]',
    ],
    ["[{{ undef|join(',') }}][{{ undef|first }}]{{ undef|sort }}{{ undef|sum }}{{ undef|upper }}", '[][][]0'],
  ])('is lenient with what is undefined: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    [
      "[{{ ''.__class__ }}][{{ x.__init__ }}][{{ d.__class__ }}][{{ xs['__class__'] }}][{{ d.__proto__ }}][{{ d.constructor }}][{{ s.constructor }}][{{ xs.prototype }}][{{ range.__globals__ }}][{{ s|attr('__class__') }}][{{ s.upper.__self__ }}]",
      '[][][][][][][][][][][]',
    ],
  ])('hides what is unsafe: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })
})
