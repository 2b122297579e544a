import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJson } from '../../json-text/parse-json.ts'
import { PyFloat } from '../../python/number.ts'
import { TemplateError } from '../../template-error.ts'
import type { RenderBudget, TemplateInputs, TemplateValue } from '../../template-format.ts'
import { DEFAULT_BUDGET } from '../../template-limits.ts'
import { mustacheEngine } from './index.ts'

function render(source: string, inputs: TemplateInputs = {}, budget: Partial<RenderBudget> = {}): string {
  return mustacheEngine.parse(source).render(inputs, { ...DEFAULT_BUDGET, ...budget })
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

const nested = (depth: number): string => '{{#a}}'.repeat(depth) + '{{/a}}'.repeat(depth)
const fits = (maxSteps: number): boolean => problemOf('{{#l}}{{.}}{{/l}}', { l: [1, 2, 3] }, { maxSteps }) === undefined

describe('values', () => {
  it.each<readonly [TemplateValue, string]>([
    [null, ''],
    ['', ''],
    [true, 'True'],
    [false, 'False'],
    [0, '0'],
    [1.5, '1.5'],
    [new PyFloat(3), '3.0'],
    [1e-5, '1e-05'],
    [12345678901234567890n, '12345678901234567890'],
    [[1, 'é', null], '[1, "é", null]'],
    [{ a: { b: true } }, '{"a": {"b": true}}'],
    [{}, '{}'],
    ['<b> & "q"', '<b> & "q"'],
  ])('prints %s as %j, whichever tag it stands in', (value, text) => {
    expect(render('{{v}}|{{{v}}}|{{&v}}|{{& v }}|{{{ v }}}', { v: value })).toBe(Array(5).fill(text).join('|'))
  })

  it.each(['{{b}}', '{{{b}}}', '{{#b}}', '{{=<% %>=}}', '$& $1', '\\{{', '\0', '\ud800'])('keeps the value %j inert', (value) => {
    expect(render('{{#l}}{{a}}{{/l}}{{a}}', { a: value, b: 'B', l: [1, 2] })).toBe(value.repeat(3))
  })

  it('gives every value back unchanged, whatever it contains', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string({ unit: 'binary' })), (text, list) => {
        expect(render('{{t}}{{#l}}{{.}},{{/l}}', { t: text, l: list })).toBe(text + list.map((item) => `${item},`).join(''))
      }),
    )
  })
})

describe('names', () => {
  const inputs = {
    name: 'top',
    nul: null,
    person: { name: 'Ada', home: { city: 'Rome' }, nul: null },
    xs: ['p', ['q', 'r']],
    'a.b': 'flat',
    a: { b: 'deep' },
    text: 'abc',
    'two words': 2,
  }

  it.each([
    ['{{name}}|{{ name }}|{{\nname\t}}', 'top|top|top'],
    ['{{person.home.city}}', 'Rome'],
    ['{{a.b}}', 'deep'],
    ['{{xs.0}}{{xs.1.1}}', 'pr'],
    ['{{two words}}', '2'],
    ['[{{missing}}{{person.missing}}{{missing.name}}{{xs.9}}{{xs.-1}}]', '[]'],
    ['[{{nul}}{{nul.x}}{{text.length}}{{text.0}}{{xs.length}}]', '[]'],
    ['[{{Name}}]', '[]'],
    ['[{{#xs}}{{0}}{{/xs}}]', '[]'],
    ['{{#person}}{{name}}{{/person}}', 'Ada'],
    ['{{#person}}{{#home}}{{city}} {{name}}{{/home}}{{/person}}', 'Rome Ada'],
    ['{{#person}}[{{nul}}]{{a.b}}{{/person}}', '[]deep'],
    ['{{#person}}{{person.name}}{{/person}}', 'Ada'],
    ['{{#person.home}}{{city}}{{/person.home}}', 'Rome'],
  ])('%j renders as %j', (source, text) => {
    expect(render(source, inputs)).toBe(text)
  })

  it('looks for the first part of a path outside and for the rest only in what that found', () => {
    expect(render('{{#in}}[{{p.q}}]{{/in}}', { in: { p: {} }, p: { q: 'outer' } })).toBe('[]')
    expect(render('{{#in}}[{{p.q}}]{{/in}}', { in: { x: 1 }, p: { q: 'outer' } })).toBe('[outer]')
    expect(render('{{#in}}[{{p}}]{{/in}}', { in: { p: null }, p: 'outer' })).toBe('[]')
  })

  it('prints the context itself for a dot', () => {
    expect(render('{{.}}', { a: 1 })).toBe('{"a": 1}')
    expect(render('{{#n}}<{{.}}>{{/n}}', { n: 5 })).toBe('<5>')
    expect(render('{{#l}}{{.}}{{^.}}-{{/.}}{{/l}}', { l: ['a', '', 0, null] })).toBe('a-0--')
  })

  it.each(['__proto__', 'constructor', 'toString', 'o.__proto__', 'o.constructor.name', 'l.constructor'])('%s prints nothing', (name) => {
    expect(render(`[{{${name}}}]`, { o: {}, l: [] })).toBe('[]')
    expect(render(`{{#${name}}}yes{{/${name}}}{{^${name}}}no{{/${name}}}`, { o: {}, l: [] })).toBe('no')
  })

  it('finds such names where the data has them', () => {
    expect(render('{{__proto__.x}}', parseJson('{"__proto__": {"x": 1}}') as TemplateInputs)).toBe('1')
  })
})

describe('sections', () => {
  it.each<readonly [TemplateValue, string]>([
    [null, 'no'],
    [false, 'no'],
    [0, 'no'],
    [0n, 'no'],
    [new PyFloat(0), 'no'],
    ['', 'no'],
    [[], 'no'],
    [{}, 'no'],
    [true, 'yes'],
    [1, 'yes'],
    [0.1, 'yes'],
    ['false', 'yes'],
    ['0', 'yes'],
    [{ a: 0 }, 'yes'],
    [[false], 'yes'],
    [[[], {}], 'yesyes'],
  ])('%s is %s', (value, text) => {
    expect(render('{{#v}}yes{{/v}}{{^v}}no{{/v}}', { v: value })).toBe(text)
  })

  it('takes a missing name for false', () => {
    expect(render('{{#v}}yes{{/v}}{{^v}}no{{/v}}{{^a.b.c}}none{{/a.b.c}}')).toBe('nonone')
  })

  it.each([
    ['{{#l}}{{n}},{{/l}}', { l: [{ n: 1 }, { n: 2 }, {}] }, '1,2,,'],
    ['{{#l}}{{.}},{{/l}}', { l: ['a', 1, 2.5, true] }, 'a,1,2.5,True,'],
    ['{{#l}}({{#.}}{{.}}{{/.}}){{/l}}', { l: [[1, 2], [3]] }, '(12)(3)'],
    ['{{#l}}{{#m}}{{a}}{{b}};{{/m}}{{/l}}', { l: [{ a: 1, m: [{ b: 2 }, { b: 3 }] }] }, '12;13;'],
    ['{{#a}}{{#b}}{{#a}}x{{/a}}{{/b}}{{/a}}', { a: true, b: true }, 'x'],
    ['{{# s }}in{{/ s }}', { s: 1 }, 'in'],
    ['{{#s}}{{s}}{{/s}}', { s: 'text' }, 'text'],
    ['{{#s}}{{o.x}}{{/s}}', { s: 'text', o: { x: 1 } }, '1'],
    ['{{^s}}a{{x}}b{{/s}}', { s: [], x: '{{x}}' }, 'a{{x}}b'],
  ])('%s opens its contexts', (source, inputs, text) => {
    expect(render(source, inputs)).toBe(text)
  })
})

describe('lines of their own', () => {
  it.each([
    ['a\n{{#s}}\nb\n{{/s}}\nc', 'a\nb\nc'],
    ['a\r\n{{#s}}\r\nb\r\n{{/s}}\r\nc', 'a\r\nb\r\nc'],
    ['  {{#s}}  \n  b\n\t{{/s}}\t\n', '  b\n'],
    ['{{#s}}\nb\n{{/s}}', 'b\n'],
    ['a\n  {{#s}}b{{/s}}\nc', 'a\n  b\nc'],
    ['a {{#s}}\nb\n{{/s}} c', 'a \nb\n c'],
    ['{{#s}} {{/s}}\n', ' \n'],
    ['a\n{{^n}}\nb\n{{/n}}\nc', 'a\nb\nc'],
    ['a\n{{! note }}\nb', 'a\nb'],
    ['a\n  {{!\n long\n note }}  \nb', 'a\nb'],
    ['a {{! note }} b', 'a  b'],
    ['a {{! note }}\nb', 'a \nb'],
    ['  {{! note }}x\n', '  x\n'],
    ['{{! only }}', ''],
    ['a\n{{=<% %>=}}\n<%v%>', 'a\nV'],
    ['a\n  {{v}}\nb', 'a\n  V\nb'],
    ['{{#s}}\n{{#s}}\nx\n{{/s}}\n{{/s}}\n', 'x\n'],
    ['| a\n|\n{{#s}}\n|\n{{/s}}\n| b\n', '| a\n|\n|\n| b\n'],
    ['x{{! a }}\n{{! b }}\ny', 'x\ny'],
    ['{{! a }}{{! b }}\ny', '\ny'],
    ['{{! a }}\u00a0\ny', '\u00a0\ny'],
  ])('%j renders as %j', (source, text) => {
    expect(render(source, { s: true, v: 'V' })).toBe(text)
  })

  it('takes the lines of a repeated section out once for each of its tags', () => {
    expect(render('List:\n{{#i}}\n- {{.}}\n{{/i}}\nEnd', { i: ['a', 'b'] })).toBe('List:\n- a\n- b\nEnd')
  })
})

describe('comments and delimiters', () => {
  it.each([
    ['a{{! x }}b', 'ab'],
    ['a{{!}}b', 'ab'],
    ['a{{!{{x}}b', 'ab'],
    ['a{{! $& \n # / ^ }}b', 'ab'],
    ['{{=<% %>=}}<%v%>{{v}}', 'V{{v}}'],
    ['{{=| |=}}|v|', 'V'],
    ['{{= [  ] =}}[v]', 'V'],
    ['{{=<% %>=}}<%={{ }}=%>{{v}}', 'V'],
    ['{{=<% %>=}}<%{v}%><%& v %><%! c %>', 'VV'],
    ['{{#s}}{{=<% %>=}}<%v%><%/s%>', 'V'],
    ['{{=$ $=}}$v$', 'V'],
    ['{{=((( )))=}}(((v)))', 'V'],
  ])('%j renders as %j', (source, text) => {
    expect(render(source, { v: 'V', s: true })).toBe(text)
  })
})

describe('JSONPath tags', () => {
  const inputs = { p: { name: 'n', tags: ['t0'] }, name: 'top', o: { k: '{{v}}' }, nul: null, l: [{}, { p: { name: 'inner' } }], h: '<b>' }

  it.each([
    ['{{$.p.name}}|{{ $.p.name }}|{{{$.p.name}}}|{{& $.p.name}}', 'n|n|n|n'],
    ['{{#l}}[{{$.p.name}}]{{/l}}', '[n][n]'],
    ['{{$.o}}', '{"k": "{{v}}"}'],
    ['{{$.nul}}', 'None'],
    ['{{$.p.tags[0]}}{{$.h}}', 't0<b>'],
    ['{{#nope}}{{$.missing}}{{/nope}}{{! {{$.missing}} }}', ' }}'],
  ])('%s renders as %j', (source, text) => {
    expect(render(source, inputs)).toBe(text)
  })

  it('prints the whole of the inputs for $', () => {
    expect(render('{{$}}', { a: 1 })).toBe('{"a": 1}')
  })

  it('reports all that find nothing, and only those that are rendered', () => {
    const problem = problemOf('{{$.z}} {{#l}}{{$.a}}{{/l}} {{^l}}{{$.unseen}}{{/l}} {{missing}} {{$[}}', inputs)
    expect(problem).toMatchObject({ code: 'missing_variables', names: ['$.a', '$.z', '$['], position: { offset: 0, length: 7 } })
  })
})

describe('refusals', () => {
  it.each([
    ['hi {{}}', 1, 4],
    ['hi {{   }}', 1, 4],
    ['{{#}}x{{/}}', 1, 1],
    ['{{&}}', 1, 1],
    ['{{{ }}}', 1, 1],
    ['a\n{{x', 2, 1],
    ['{{x}', 1, 1],
    ['{{{x}}', 1, 1],
    ['{{x {{y}}', 1, 1],
    ['a\n{{#s}}x', 2, 1],
    ['{{#a}}{{#b}}{{/a}}{{/b}}', 1, 13],
    ['x{{/a}}', 1, 2],
    ['{{/p/name}}', 1, 1],
    ['{{#a}}{{/A}}', 1, 7],
    ['one\ntwo\u0000', 2, 4],
    ['{{=<% %>}}', 1, 1],
    ['{{=<%=}}', 1, 1],
    ['{{=a b c=}}', 1, 1],
    ['{{=}}', 1, 1],
  ])('%j is template_syntax at line %i, column %i', (source, line, column) => {
    expect(problemOf(source, { a: 1, b: 1, s: 1 })).toMatchObject({ code: 'template_syntax', position: { line, column } })
  })

  it.each(['{{>part}}', '{{> part }}', '{{ > part }}', '{{<part}}'])('%s is refused by name', (source) => {
    const problem = problemOf(source)
    expect(problem?.code).toBe('template_syntax')
    expect(problem?.message).toContain('`part`')
  })

  it('refuses a lambda by name', () => {
    const inputs = JSON.parse('{}') as Record<string, unknown>
    inputs['shout'] = (): string => 'called'
    const problem = problemOf('{{#shout}}x{{/shout}}', inputs as TemplateInputs)
    expect(problem?.code).toBe('template_forbidden')
    expect(problem?.message).toContain('`shout`')
  })

  it('never answers any text with anything but a template or a TemplateError', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('{{', '}}', '{', '}', '#', '/', '^', '!', '=', '$', '.', 'a', ' ', '\n'), maxLength: 20 }),
        (source) => {
          const problem = problemOf(source, { a: [{ a: 1 }] })
          expect(problem === undefined || problem.message.length > 0).toBe(true)
        },
      ),
      { numRuns: 1000 },
    )
  })
})

describe('limits', () => {
  it('nests sections as deep as it may, and no deeper', () => {
    expect(render(nested(32), { a: true })).toBe('')
    expect(problemOf(nested(33), { a: true })?.code).toBe('template_limit')
    expect(problemOf(nested(4), { a: true }, { maxDepth: 3 })?.code).toBe('template_limit')
    expect(problemOf('{{#a}}'.repeat(30_000))?.code).toBe('template_limit')
  })

  it('stops loops that multiply', () => {
    const l = Array.from({ length: 100 }, (_, index) => index)
    expect(problemOf('{{#l}}{{#l}}{{#l}}x{{/l}}{{/l}}{{/l}}', { l })?.code).toBe('template_limit')
  })

  it('never writes more than it may', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.integer({ min: 0, max: 40 }), (l, maxOutput) => {
        const source = 'a{{#l}}<{{.}}>{{/l}}{{$}}'
        const problem = problemOf(source, { l }, { maxOutput })
        const length = render(source, { l }).length
        expect(problem?.code).toBe(length <= maxOutput ? undefined : 'template_limit')
      }),
    )
  })

  it('needs the same steps for the same work', () => {
    const needed = Array.from({ length: 50 }, (_, steps) => steps).find(fits) ?? 0
    expect(needed).toBeGreaterThan(6)
    expect(fits(needed - 1)).toBe(false)
    expect(fits(needed)).toBe(true)
  })
})

describe('variables and placeholders', () => {
  it('lists the root names of tags and sections in order of first use', () => {
    const source = '{{#items}}{{name}}{{.}}{{/items}}{{user.home.city}}{{name}}{{$.doc.id}}{{$..x}}{{! no }}{{^none}}{{/none}}'
    expect(mustacheEngine.parse(source).variables.map(({ name, path }) => [name, path])).toEqual([
      ['items', ''],
      ['name', ''],
      ['user', 'home.city'],
      ['doc', '$.doc.id'],
      ['none', ''],
    ])
  })

  it('shows every place with its kind', () => {
    const { placeholders } = mustacheEngine.parse('{{a}}{{#s}}\n{{! c }}{{/s}}{{=<% %>=}}<%b%>')
    expect(placeholders.map(({ name, kind, span }) => [name, kind, span.line, span.column])).toEqual([
      ['a', 'variable', 1, 1],
      ['s', 'section', 1, 6],
      ['', 'comment', 2, 1],
      ['', 'section', 2, 9],
      ['', 'statement', 2, 15],
      ['b', 'variable', 2, 26],
    ])
  })
})

describe('writing', () => {
  it.each(['x', 'user-id', 'two words', 'é', 'a:b'])('writes the name %j so that it is read back', (name) => {
    expect(render(mustacheEngine.placeholderFor(name) ?? '', { [name]: 'V' })).toBe('V')
  })

  it.each(['', '.', 'a.b', ' x', '#x', '^x', '/x', '!x', '>x', '=x', '&x', '{x', '$x', '<x', 'a}b', 'a\nb'])(
    'does not write the name %j',
    (name) => {
      expect(mustacheEngine.placeholderFor(name)).toBeUndefined()
    },
  )

  it('escapes any text so that it renders as itself, also right before a tag', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('{', '{', '}', 'a', '\n', ' '), maxLength: 16 }), (text) => {
        const escaped = mustacheEngine.escapeLiteral(text)
        expect(render(escaped)).toBe(text)
        expect(render(`${escaped}{{v}}`, { v: 'V' })).toBe(`${text}V`)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('work', () => {
  // A scan that went back for every tag would need hours for these.
  it.each(['{{a}} ', '{{!a}}\n', '{{! a }}     ', '{{#a}}{{/a}}', '{ ', ' \t', '{{=<% %>=}}<%={{ }}=%>'])(
    'reads a full template of %j in one pass',
    (unit) => {
      const count = Math.floor(262_000 / unit.length)
      expect(mustacheEngine.parse(unit.repeat(count)).source).toHaveLength(unit.length * count)
    },
  )
})
