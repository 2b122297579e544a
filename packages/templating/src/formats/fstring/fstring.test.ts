import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PyFloat } from '../../python/number.ts'
import { TemplateError } from '../../template-error.ts'
import type { RenderBudget, TemplateInputs } from '../../template-format.ts'
import { DEFAULT_BUDGET } from '../../template-limits.ts'
import { fstringEngine } from './index.ts'

const INPUTS: TemplateInputs = {
  who: 'Mira',
  n: 1234,
  f: 3.25,
  w: new PyFloat(2),
  t: true,
  nul: null,
  xs: [1, [2, 'three'], { k: 'v' }],
  d: { k: 'v', '0': 'zero', 'a b': 'spaced', 'x.y': 'dotted' },
  s: 'né😀',
  width: 8,
  'first name': 'Ada',
  'user-id': 7,
  '{brace': 'no',
}

function render(source: string, inputs: TemplateInputs = INPUTS, budget: Partial<RenderBudget> = {}): string {
  return fstringEngine.parse(source).render(inputs, { ...DEFAULT_BUDGET, ...budget })
}

function problemOf(
  source: string,
  inputs: TemplateInputs = INPUTS,
  budget: Partial<RenderBudget> = {},
): TemplateError['problem'] | undefined {
  try {
    render(source, inputs, budget)
    return undefined
  } catch (error) {
    if (error instanceof TemplateError) return error.problem
    throw error
  }
}

describe('fields', () => {
  it.each([
    ['', ''],
    ['hello {who}', 'hello Mira'],
    ['{{x}}', '{x}'],
    ['{{{who}}}', '{Mira}'],
    ['{{{{who}}}}', '{{who}}'],
    ['{{}}{who}}}', '{}Mira}'],
    ['{first name}{user-id}', 'Ada7'],
    ['{n} {f} {w} {t} {nul}', '1234 3.25 2.0 True None'],
    ['{xs}', "[1, [2, 'three'], {'k': 'v'}]"],
    ['{xs[0]}{xs[1][1]}{xs[2][k]}', '1threev'],
    ['{d[k]}{d[a b]}{d[x.y]}', 'vspaceddotted'],
    ['{s[0]}{s[1]}{s[2]}', 'né😀'],
    ['{who!r} {who!s} {s!a}', "'Mira' Mira 'n\\xe9\\U0001f600'"],
    ['{xs!s:.3}', '[1,'],
    ['{nul!s:>6}', '  None'],
    ['[{who:>8}]', '[    Mira]'],
    ['{n:,}|{n:08.2f}|{n:#x}|{f:.2f}|{f:%}', '1,234|01234.00|0x4d2|3.25|325.000000%'],
    ['[{who:{width}}]', '[Mira    ]'],
    ['[{f:{width}.{xs[0]}f}]', '[     3.2]'],
    ['{who:}', 'Mira'],
    ['{who!r:}', "'Mira'"],
  ])('%j renders as %j', (source, text) => {
    expect(render(source)).toBe(text)
  })

  it.each(['{{who}}', '{n}', '{x!r}', '$&', '\\', '\0', '\ud800'])('keeps the value %j inert', (value) => {
    expect(render('<{v}>{v}', { v: value })).toBe(`<${value}>${value}`)
  })
})

describe('faults of form', () => {
  it.each([
    '{',
    '}',
    'a { b',
    'x}',
    '{x}}',
    '{{x}',
    '{who',
    '{who!',
    '{who!}',
    '{who!r',
    '{who!z}',
    '{who!rr}',
    '{who:',
    '{who:{width}',
    '{}',
    '{ }}',
    '{0}',
    '{12}',
    '{٣}',
    '{[0]}',
    '{.a}',
    '{xs[}',
    '{xs[]}',
    '{xs[0]x}',
    '{xs[99999999999999999999]}',
    '{a{b}}',
    '{who:{width:{n:{n}}}}',
    '{who:{n:{n}}}',
    '{:5}',
    '{!r}',
    '{d.}',
    '{d..k}',
  ])('%j is template_syntax', (source) => {
    expect(problemOf(source)?.code).toBe('template_syntax')
  })

  it.each(['{who.upper}', '{d.k}', '{who.__class__}', '{xs[0].real}', '{d[k].format}', '{who.x!r:>5}'])(
    '%j reads an attribute, which is refused for what it is',
    (source) => {
      const problem = problemOf(source)
      expect(problem?.code).toBe('template_forbidden')
      expect(problem?.message).toContain('attribute')
    },
  )

  it.each([
    ['{who:d}', 'template_syntax'],
    ['{n:s}', 'template_syntax'],
    ['{f:d}', 'template_syntax'],
    ['{xs:5}', 'template_syntax'],
    ['{nul:5}', 'template_syntax'],
    ['{xs[k]}', 'template_syntax'],
    ['{s[k]}', 'template_syntax'],
    ['{n[0]}', 'template_syntax'],
    ['{nul[k]}', 'template_syntax'],
    ['{n:99999999999}', 'template_limit'],
    ['{w:999999999}', 'template_limit'],
  ])('%j fails only with its values: %s', (source, code) => {
    expect(fstringEngine.parse(source).variables).not.toHaveLength(0)
    expect(problemOf(source)?.code).toBe(code)
  })

  it('says where the fault is', () => {
    expect(problemOf('line\n  {who!z} {x}')?.position).toMatchObject({ line: 2, column: 3 })
    expect(problemOf('line\nab}')?.position).toMatchObject({ offset: 7, line: 2, column: 3, length: 1 })
    expect(problemOf('{n} {who:d}')?.position).toMatchObject({ offset: 4, length: 7 })
  })
})

describe('missing values', () => {
  it('names all of them at once, also those inside specifications', () => {
    const problem = problemOf('{z} {who} {a} {z} {n:{wide}} {d[nope]} {xs[9]} {d[0]} {s[9]}')
    expect(problem).toMatchObject({ code: 'missing_variables', names: ['a', 'd[0]', 'd[nope]', 's[9]', 'wide', 'xs[9]', 'z'] })
    expect(problem?.position).toMatchObject({ offset: 0, length: 3 })
  })

  it('lets the first error decide, as Python does', () => {
    expect(problemOf('{nope} {who:d}')?.names).toEqual(['nope'])
    expect(problemOf('{who:d} {nope}')?.code).toBe('template_syntax')
  })

  it.each(['__proto__', 'constructor', 'toString', 'd[__proto__]', 'd[constructor]', 'xs[2][toString]'])(
    '%s is an ordinary missing name',
    (name) => {
      expect(problemOf(`{${name}}`)?.names).toEqual([name])
    },
  )

  it('treats white space and case as part of a name', () => {
    expect(problemOf('{ who } {Who}')?.names).toEqual([' who ', 'Who'])
    expect(problemOf('{Who}')?.candidates).toEqual({ Who: ['who'] })
  })
})

describe('limits', () => {
  it('writes as much as it may and no more', () => {
    expect(render('{v:10}', { v: '' }, { maxOutput: 10 })).toBe(' '.repeat(10))
    expect(problemOf('{v:10}!', { v: '' }, { maxOutput: 10 })?.code).toBe('template_limit')
  })

  it('takes as many steps as it may and no more', () => {
    expect(render('{who}'.repeat(5), INPUTS, { maxSteps: 5 })).toHaveLength(20)
    expect(problemOf('{who}'.repeat(6), INPUTS, { maxSteps: 5 })?.code).toBe('template_limit')
    expect(problemOf('{t[9999]}', { t: 'x'.repeat(10_000) }, { maxSteps: 5 })?.code).toBe('template_limit')
  })
})

describe('variables and placeholders', () => {
  it('lists root names once, with the rest of the first use, and those inside specifications', () => {
    expect(fstringEngine.parse('{b[0][k]} {a!r:{w}} {b} {{c}}').variables.map(({ name, path }) => [name, path])).toEqual([
      ['b', '[0][k]'],
      ['a', ''],
      ['w', ''],
    ])
  })

  it('shows every place in source order', () => {
    expect(fstringEngine.parse('{a}\n{b:>{w}}').placeholders.map(({ name, span }) => [name, span.line, span.column, span.length])).toEqual([
      ['a', 1, 1, 3],
      ['b', 2, 1, 8],
      ['w', 2, 5, 3],
    ])
  })

  it('finds the names that a pattern of word characters finds, where there are only such', () => {
    const name = fc.stringMatching(/^[a-z_]\w{0,7}$/)
    const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '.', '!', 'é'), maxLength: 5 })
    fc.assert(
      fc.property(fc.array(fc.tuple(text, name)), text, (pairs, tail) => {
        const source = pairs.map(([literal, variable]) => `${literal}{${variable}}`).join('') + tail
        const found = [...new Set(Array.from(source.matchAll(/\{(\w+)\}/g), ([, variable]) => variable))]
        expect(fstringEngine.parse(source).variables.map((variable) => variable.name)).toEqual(found)
      }),
    )
  })
})

describe('writing', () => {
  it.each(['who', 'first name', 'user-id'])('writes the name %j so that it is read back', (name) => {
    expect(render(fstringEngine.placeholderFor(name) ?? '', { [name]: 'V' })).toBe('V')
  })

  it.each(['', '0', '12', 'a.b', 'a[b', 'a]', 'a:b', 'a!b', '{a', 'a}'])('does not write the name %j', (name) => {
    expect(fstringEngine.placeholderFor(name)).toBeUndefined()
  })

  it('escapes any text so that it renders as itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('{', '}', 'a', '\n') }), (text) => {
        expect(render(fstringEngine.escapeLiteral(text))).toBe(text)
      }),
    )
  })

  it('answers any text with a template or a TemplateError', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{{}}[]:!.r0a '.split('')) }), (source) => {
        const problem = problemOf(source, { a: 'x', r: [1] })
        expect(problem === undefined || problem.message.length > 0).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})
