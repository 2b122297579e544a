import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJson } from '../../json-text/parse-json.ts'
import { PyFloat } from '../../python/number.ts'
import { TemplateError } from '../../template-error.ts'
import type { RenderBudget, TemplateInputs, TemplateValue } from '../../template-format.ts'
import { DEFAULT_BUDGET } from '../../template-limits.ts'
import { curlyEngine } from './index.ts'

function render(source: string, inputs: TemplateInputs = {}, budget: Partial<RenderBudget> = {}): string {
  return curlyEngine.parse(source).render(inputs, { ...DEFAULT_BUDGET, ...budget })
}

function problemOf(source: string, inputs: TemplateInputs = {}, budget: Partial<RenderBudget> = {}): TemplateError['problem'] | undefined {
  try {
    render(source, inputs, budget)
    return undefined
  } catch (error) {
    if (error instanceof TemplateError) return error.problem
    throw error
  }
}

const missing = (source: string, inputs: TemplateInputs = {}): readonly string[] | undefined => problemOf(source, inputs)?.names

describe('placeholders', () => {
  it.each([
    ['', ''],
    ['no placeholders', 'no placeholders'],
    ['{{x}}', 'V'],
    ['{{ x }}{{x}}', 'VV'],
    ['{{\n\tx\n}}', 'V'],
    ['{{\u00a0x\u2003}}', 'V'],
    ['{x} { x } }}', '{x} { x } }}'],
    ['{{x', '{{x'],
    ['{{x}', '{{x}'],
    ['a {{x}} b {{', 'a V b {{'],
    ['{"k": {{x}}}', '{"k": V}'],
    ['{{x}}}}', 'V}}'],
    ['\\{{x}}', '\\V'],
    ['\\{\\{x}}', '\\{\\{x}}'],
    ['{{x\n}}{{a\nb}}{{x}}', 'V{{a\nb}}V'],
    ['{{a\n{{x}}', '{{a\nV'],
    ['{{a\rb}}', 'cr'],
    ['{{first name}}', 'Ada'],
    ['{{user-id}}|{{a:b}}|{{#x}}|{{x!}}|{{2nd}}|{{ñ}}', '1|2|3|4|5|6'],
    ['{{{x}}', 'brace'],
  ])('%j renders as %j', (source, text) => {
    const inputs = {
      x: 'V',
      'first name': 'Ada',
      'user-id': 1,
      'a:b': 2,
      '#x': 3,
      'x!': 4,
      '2nd': 5,
      ñ: 6,
      '{x': 'brace',
      'a\rb': 'cr',
      'a\nb': 'no',
    }
    expect(render(source, inputs)).toBe(text)
  })

  it.each([
    ['{{{{x}}}}', '{{x}}'],
    ['{{{{ any {{thing}} }}}}', '{{ any {{thing}} }}'],
    ['{{{{a\nb}}}} {{x}}', '{{a\nb}} V'],
    ['{{{{}}}}', '{{}}'],
    ['{"a":{"b":{"c":{{x}}}}}', '{"a":{"b":{"c":V}}}'],
  ])('doubled braces in %j are literal', (source, text) => {
    expect(render(source, { x: 'V' })).toBe(text)
  })

  it('takes four braces without their end for a name', () => {
    expect(missing('{{{{x}}', { x: 'V' })).toEqual(['{{x'])
  })
})

describe('look-up', () => {
  const inputs = {
    user: { name: 'Ada', tags: ['x', 'y'], 'a b': 1, deep: { '0': 'zero' } },
    'user.name': 'flat',
    'a.b': { c: 'literal' },
    a: { b: { c: 'nested' } },
    m: [
      [1, 2],
      [3, 4],
    ],
    text: '{"k": 1}',
    $cash: 'literal key',
    '/p': 'literal too',
    nul: null,
    '~/': 'odd',
    '': { '': 'empty' },
  }

  it.each([
    ['{{user.name}}', 'flat'],
    ['{{user.tags.1}}', 'y'],
    ['{{user.tags.01}}', 'y'],
    ['{{user.a b}}', '1'],
    ['{{user.deep.0}}', 'zero'],
    ['{{m.1.0}}', '3'],
    ['{{a.b.c}}', 'nested'],
    ['{{a.b}}', '{"c": "literal"}'],
    ['{{a..b.c}}|{{.a.b.c}}|{{a.b.c.}}', 'nested|nested|nested'],
    ['{{nul}}', 'None'],
    ['{{$.user.tags}}', '["x", "y"]'],
    ['{{ $.user.tags[*] }}', '["x", "y"]'],
    ['{{$.user.tags[0]}}', 'x'],
    ["{{$['user.name']}}", 'flat'],
    ['{{$.nul}}', 'None'],
    ['{{$..c}}', '["literal", "nested"]'],
    ['{{$cash}}', 'literal key'],
    ['{{/user/tags/0}}', 'x'],
    ['{{/a.b/c}}', 'literal'],
    ['{{/~0~1}}', 'odd'],
    ['{{//}}', 'empty'],
    ['{{/p}}', 'literal too'],
  ])('%s finds %j', (source, text) => {
    expect(render(source, inputs)).toBe(text)
  })

  it.each([
    '{{nope}}',
    '{{User}}',
    '{{user.nope}}',
    '{{user.tags.2}}',
    '{{user.tags.-1}}',
    '{{user.tags.x}}',
    '{{user.tags.length}}',
    '{{user.tags[0]}}',
    '{{text.k}}',
    '{{text.length}}',
    '{{text.0}}',
    '{{nul.x}}',
    '{{$.nope}}',
    '{{$.user.}}',
    '{{$user}}',
    '{{$}.x}}',
    '{{/nope}}',
    '{{/user/tags/01}}',
    '{{/user/tags/-}}',
    '{{/user/tags/2}}',
    '{{/~2}}',
    '{{user . name}}',
    '{{a.b[0]}}',
  ])('%s is a miss', (source) => {
    expect(problemOf(source, inputs)?.code).toBe('missing_variables')
  })

  it.each(['{{}}', '{{   }}', '{{.}}', '{{...}}', '{{\n}}'])('%j has no name, so it is an error whatever the inputs', (source) => {
    expect(problemOf(source, { '': 'x', '.': 'y', '...': 'z', secret: 's' })?.code).toBe('missing_variables')
  })

  it.each([
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    'a.__proto__',
    'a.constructor.name',
    '/a/__proto__',
    '$.a.constructor',
  ])('%s is an ordinary missing name', (name) => {
    expect(missing(`{{${name}}}`, inputs)).toEqual([name])
  })

  it('finds such names where the data has them', () => {
    const own = parseJson('{"__proto__": {"x": 1}, "constructor": "c"}') as TemplateInputs
    expect(render('{{__proto__.x}} {{constructor}} {{$.__proto__.x}}', own)).toBe('1 c 1')
  })
})

describe('values', () => {
  it.each<readonly [TemplateValue, string]>([
    ['', ''],
    ['é <b> & "q"', 'é <b> & "q"'],
    [true, 'True'],
    [false, 'False'],
    [0, '0'],
    [3.14, '3.14'],
    [0.00001, '1e-05'],
    [new PyFloat(1), '1.0'],
    [12345678901234567890n, '12345678901234567890'],
    [[], '[]'],
    [{}, '{}'],
    [['é', null, true, new PyFloat(2)], '["é", null, true, 2.0]'],
    [{ a: [1, { b: 'x' }] }, '{"a": [1, {"b": "x"}]}'],
  ])('prints %s as %s', (value, text) => {
    expect(render('[{{v}}|{{v}}|{{$.v}}]', { v: value })).toBe(`[${text}|${text}|${text}]`)
  })

  it.each(['{{b}}', '{{{{b}}}}', '$& $1 $$ $`', '\\1 \\g<0> C:\\new', '\0', '\ud800', '__proto__', '}}', '{{'])(
    'keeps the value %j inert',
    (value) => {
      expect(render('<{{a}}>{{b}}', { a: value, b: 'B' })).toBe(`<${value}>B`)
    },
  )

  it('gives every value back unchanged, whatever it contains', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (left, right) => {
        expect(render('{{l}}{{ r }}{{l}}', { l: left, r: right })).toBe(left + right + left)
      }),
    )
  })
})

describe('errors', () => {
  it('names everything that is missing at once, sorted by code point, each once', () => {
    const problem = problemOf('{{z}} {{ok}} {{a}} {{z}} {{😀}} {{\uffff}} {{$.q}}', { ok: 1 })
    expect(problem).toMatchObject({
      code: 'missing_variables',
      names: ['$.q', 'a', 'z', '\uffff', '😀'],
      position: { line: 1, column: 1, length: 5 },
    })
  })

  it('offers the close names of each missing one', () => {
    const problem = problemOf('{{Question}} {{contxt}} {{far}}', { question: 1, context: 2, unrelated: 3 })
    expect(problem?.candidates).toEqual({ Question: ['question'], contxt: ['context'] })
    expect(problemOf('{{usr.name}}', { user: {} })?.candidates).toEqual({ 'usr.name': ['user'] })
    expect(problemOf('{{__proto__}}', { proto: 1 })?.candidates).toEqual(JSON.parse('{"__proto__": ["proto"]}'))
  })

  it('says where the first missing name stands', () => {
    expect(problemOf('one\r\ntwo {{x}}\n{{y}}', { y: 1 })?.position).toEqual({ offset: 9, length: 5, line: 2, column: 5 })
  })

  it('stops at the output it may write, and writes up to there', () => {
    expect(render('{{v}}', { v: 'x'.repeat(10) }, { maxOutput: 10 })).toHaveLength(10)
    expect(problemOf('{{v}}!', { v: 'x'.repeat(10) }, { maxOutput: 10 })?.code).toBe('template_limit')
    expect(problemOf('{{v}}'.repeat(1000), { v: 'x'.repeat(10_000) })?.code).toBe('template_limit')
  })

  it('stops at the steps it may take', () => {
    expect(render('{{v}}'.repeat(10), { v: '' }, { maxSteps: 10 })).toBe('')
    expect(problemOf('{{v}}'.repeat(11), { v: '' }, { maxSteps: 10 })?.code).toBe('template_limit')
    expect(problemOf('{{$..x}}'.repeat(3), { v: [1, 2, 3, 4, 5, 6, 7, 8, 9] }, { maxSteps: 10 })?.code).toBe('template_limit')
  })
})

describe('variables and placeholders', () => {
  it('lists root names in order of first use, each once, with the rest of the first use', () => {
    expect(curlyEngine.parse('{{ user.name }} {{b}} {{user.age}} {{$.doc.title}} {{/p/q}} {{$..x}} {{x.0}}').variables).toMatchObject([
      { name: 'user', path: 'name', span: { offset: 0, length: 15, line: 1, column: 1 } },
      { name: 'b', path: '' },
      { name: 'doc' },
      { name: 'p' },
      { name: 'x', path: '0' },
    ])
  })

  it('shows every place in source order', () => {
    const { placeholders } = curlyEngine.parse('{{b}}\n {{ a }}{{b}} {{}}')
    expect(placeholders.map(({ name, span }) => [name, span.line, span.column, span.length])).toEqual([
      ['b', 1, 1, 5],
      ['a', 2, 2, 7],
      ['b', 2, 9, 5],
      ['', 2, 15, 4],
    ])
  })

  it('finds the names that a pattern of word characters finds, where there are only such', () => {
    const name = fc.stringMatching(/^\w{1,8}$/)
    const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '}', '.', 'é'), maxLength: 5 })
    fc.assert(
      fc.property(fc.array(fc.tuple(text, name)), text, (pairs, tail) => {
        const source = pairs.map(([literal, variable]) => `${literal}{{${variable}}}`).join('') + tail
        const found = [...new Set(Array.from(source.matchAll(/\{\{(\w+)\}\}/g), ([, variable]) => variable))]
        expect(curlyEngine.parse(source).variables.map((variable) => variable.name)).toEqual(found)
      }),
    )
  })
})

describe('writing', () => {
  it.each(['x', 'user-id', 'first name', 'a.b', 'a:b', '$x', 'é', '#x'])('writes the name %j so that it is read back', (name) => {
    expect(render(curlyEngine.placeholderFor(name) ?? '', { [name]: 'V' })).toBe('V')
  })

  it.each(['', '.', ' x', 'x ', 'a{', '}', 'a[0]', 'a\nb'])('does not write the name %j', (name) => {
    expect(curlyEngine.placeholderFor(name)).toBeUndefined()
  })

  it('escapes any text so that it renders as itself', () => {
    const soup = fc.string({ unit: fc.constantFrom('{', '{', '}', '}', 'a', '\n', ' '), maxLength: 24 })
    fc.assert(
      fc.property(soup, (text) => {
        expect(render(curlyEngine.escapeLiteral(text))).toBe(text)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('work', () => {
  // A scan that went back for every opening would need hours for these.
  it.each(['{{\n', '{{', '{{a\n', '{{{{', '{{a}}', '{', '}}', '{{ ', '{{{{}}', '{{a'])(
    'reads a full template of %j in one pass',
    (unit) => {
      const half = unit.repeat(Math.floor(131_072 / unit.length))
      const source = `${half}${' '.repeat(131_000)}}}`
      const { pieces = [] } = curlyEngine.parse(source)
      const covered = pieces.reduce((sum, piece) => sum + (piece.kind === 'literal' ? piece.text.length : piece.span.length), 0)
      expect(covered).toBeGreaterThan(131_000)
    },
  )
})
