import { describe, expect, it } from 'vitest'
import { TemplateError, type TemplateProblem } from '../../template-error.ts'
import { DEFAULT_BUDGET } from '../../template-limits.ts'
import type { TemplateInputs } from '../../template-format.ts'
import { jinja2Engine } from './index.ts'

const render = (source: string, inputs: TemplateInputs): string => jinja2Engine.parse(source).render(inputs, DEFAULT_BUDGET)

function problemOf(source: string, inputs: TemplateInputs = {}): TemplateProblem | undefined {
  try {
    jinja2Engine.parse(source).render(inputs, { ...DEFAULT_BUDGET, now: () => 0 })
    return undefined
  } catch (error) {
    if (error instanceof TemplateError) return error.problem
    throw error
  }
}

const placed = (code: string, line: number, column: number) =>
  expect.objectContaining({ code, position: expect.objectContaining({ line, column }) })

describe('syntax errors', () => {
  it.each([
    ['a\n {{ }}', 2, 5],
    ['{{ x', 1, 5],
    ['{% if x %}a', 1, 9],
    ['a{% if x', 1, 9],
    ['a\n{# open', 2, 1],
    ['{% raw %}a', 1, 1],
    ['{{ {{x}} }}', 1, 7],
    ['{{{{x}}}}', 1, 6],
    ['{{ x y }}', 1, 6],
    ['{{ (x }}', 1, 7],
    ['{{ x) }}', 1, 5],
    ['{{ [x) }}', 1, 6],
    ["{{ 'abc }}", 1, 4],
    ["{{ '\\x4' }}", 1, 4],
    ['{{ x @ y }}', 1, 6],
    ['{{ x = 1 }}', 1, 6],
    ['{{ x.. }}', 1, 6],
    ['{{ x| }}', 1, 7],
    ['{{ x is }}', 1, 9],
    ['{{ x is even is odd }}', 1, 14],
    ['{{ f(a=1, 2) }}', 1, 11],
    ['{{ f(a=1, a=2) }}', 1, 11],
    ['{{ f(**a, b=1) }}', 1, 11],
    ['{{ f(*a, *b) }}', 1, 11],
    ['{{ x[1:2, 3] }}', 1, 9],
    ['\r\n\r\n{% foo %}', 3, 4],
    ['{% endfor %}', 1, 4],
    ['{% if x %}{% endfor %}', 1, 14],
    ['{% break %}', 1, 4],
    ['{% for x xs %}{% endfor %}', 1, 10],
    ['{% for x.y in xs %}{% endfor %}', 1, 9],
    ['{% for i in xs %}{% set loop = 1 %}{% endfor %}', 1, 21],
    ['{% set 1 = 2 %}', 1, 8],
    ['{% set true = 2 %}', 1, 8],
    ['{% set x %}', 1, 10],
    ['{% macro m(a, a) %}{% endmacro %}', 1, 15],
    ['{% macro m(a=1, b) %}{% endmacro %}', 1, 17],
    ['{% macro m(caller) %}{{ caller() }}{% endmacro %}', 1, 4],
    ['{% call x %}{% endcall %}', 1, 9],
    ['{% block a-b %}{% endblock %}', 1, 11],
    ['{% block a %}{% endblock %}{% block a %}{% endblock %}', 1, 37],
    ['{% block a required %}x{% endblock %}', 1, 4],
    ['{{ x|nosuch }}', 1, 6],
    ['{{ x is nosuch }}', 1, 9],
    ['{% filter nosuch %}{% endfilter %}', 1, 11],
    ['a\u0000b', 1, 2],
  ])('point at the place: %j', (source, line, column) => {
    expect(problemOf(source, { x: 1, xs: [1] })).toEqual(placed('template_syntax', line, column))
  })

  it('name the tag, the filter and what may be meant', () => {
    expect(problemOf('{% foo %}')?.message).toContain('"foo"')
    expect(problemOf('{{ x|uper }}')?.message).toBe('There is no filter named "uper". Did you mean "upper"?')
    expect(problemOf('{{ x is devined }}')?.message).toContain('Did you mean "defined"?')
    expect(problemOf('{% if x %}')?.message).toContain('{% endif %}')
    expect(problemOf('{{ $ }} {% if $.x %}')?.message).toContain('{{$.a.b}}')
  })

  it('report the first of two mistakes', () => {
    expect(problemOf('{{ x y }} {{ @ }}')?.position?.column).toBe(6)
  })
})

describe('errors while rendering', () => {
  it.each([
    ['ok {{ missing + 1 }}', 1, 15],
    ['{{ a.b.c }}', 1, 8],
    ['{{ undefd.x }}', 1, 11],
    ['{{ undefd() }}', 1, 10],
    ['{{ undefd < 1 }}', 1, 11],
    ['{{ -undefd }}', 1, 4],
    ['{{ undefd|int }}', 1, 11],
    ['\n{{ 1 / 0 }}', 2, 6],
    ['{{ 5 % 0 }}', 1, 6],
    ['{{ 5.0 // 0 }}', 1, 8],
    ['{{ 0 ** -1 }}', 1, 6],
    ['{{ (-8) ** 0.5 }}', 1, 9],
    ["{{ 'a' + 1 }}", 1, 8],
    ['{{ none * 2 }}', 1, 9],
    ["{{ 1 < 'a' }}", 1, 6],
    ['{{ 1 in 5 }}', 1, 6],
    ["{{ 1 in 'a' }}", 1, 6],
    ["{{ [1, 'a']|sort }}", 1, 13],
    ['{{ {[1]: 2} }}', 1, 4],
    ['{{ x() }}', 1, 5],
    ['{{ x.nope() }}', 1, 10],
    ['{% for i in 5 %}{% endfor %}', 1, 13],
    ['{% for a, b in [1] %}{% endfor %}', 1, 8],
    ['{% for a, b in [[1, 2, 3]] %}{% endfor %}', 1, 8],
    ['{% set x.y = 2 %}', 1, 8],
    ['{% if x %}{{ x|nosuch }}{% endif %}', 1, 16],
    ['{{ x|nosuch if x }}', 1, 6],
    ['{{ x|round(foo=1) }}', 1, 6],
    ['{{ x|upper(1) }}', 1, 6],
    ['{{ x|replace("a") }}', 1, 6],
    ["{{ 'a'.index('b') }}", 1, 8],
    ["{{ 'a'.split('') }}", 1, 8],
    ["{{ '-'.join([1]) }}", 1, 8],
    ["{{ '{'.format() }}", 1, 8],
    ["{{ '}'.format() }}", 1, 8],
    ["{{ '{a}'.format() }}", 1, 10],
    ["{{ '{} {1}'.format(1, 2) }}", 1, 13],
    ["{{ '{:d}'.format('x') }}", 1, 11],
    ["{{ '%s %s' % 1 }}", 1, 12],
    ["{{ '%s' % (1, 2) }}", 1, 9],
    ["{{ '%d' % 'a' }}", 1, 9],
    ["{{ '%y' % 1 }}", 1, 9],
    ['{{ undefd|tojson }}', 1, 11],
    ['{{ 5|items|list }}', 1, 12],
    ["{{ 'x'|truncate(2) }}", 1, 8],
    ["{{ 'x'|wordwrap(0) }}", 1, 8],
    ["{{ {'a b': 1}|xmlattr }}", 1, 15],
    ['{{ range(1, 2, 0) }}', 1, 9],
    ["{{ range('a') }}", 1, 9],
    ['{{ cycler() }}', 1, 10],
    ['{% macro m() %}{{ caller() }}{% endmacro %}{{ m() }}', 1, 25],
    ['{% macro m(a) %}{% endmacro %}{{ m(1, 2) }}', 1, 35],
    ['{% macro m(a) %}{% endmacro %}{{ m(b=2) }}', 1, 35],
    ['{% for i in xs %}{{ loop(xs) }}{% endfor %}', 1, 25],
    ['{% block a %}{{ super() }}{% endblock %}', 1, 22],
    ['{% block a required %}{% endblock %}{{ self.a() }}', 1, 10],
    ['{{ (x if z).foo }}', 1, 13],
    ['{{ 10 ** 5000 }}', 1, 7],
  ])('point at the place: %j', (source, line, column) => {
    expect(problemOf(source, { x: 5, z: 0, xs: [1], a: {} })).toEqual(placed('template_syntax', line, column))
  })

  it('say what is missing and what to do about it', () => {
    expect(problemOf('{{ missing + 1 }}')?.message).toBe(
      '\'missing\' is undefined. Give it a value, or guard it with "is defined" or the default filter.',
    )
    expect(problemOf('{{ a.b.c }}', { a: {} })?.message).toContain('has no attribute "b"')
  })
})

describe('the sandbox', () => {
  it.each([
    "{{ ''.__class__.__mro__ }}",
    "{{ ''.__class__() }}",
    '{{ x.__init__.__globals__ }}',
    "{{ ''['__class__']['__base__'] }}",
    "{{ (s|attr('__class__')).x }}",
    "{{ '{0.__class__.__mro__}'.format(x) }}",
    "{{ ''.__class__ + 1 }}",
    '{{ range.__globals__.x }}',
    '{{ s.encode() }}',
    '{{ s.translate({}) }}',
    '{{ x.to_bytes(1) }}',
    '{{ xs.append(1) }}',
    '{{ xs.sort() }}',
    '{{ d.update({}) }}',
    '{{ d.pop("a") }}',
    '{{ d.inner.append(1) }}',
    '{% for l in [xs] %}{{ l.extend([1]) }}{% endfor %}',
    '{{ xs|random }}',
    '{{ lipsum() }}',
    "{% include 'a' %}",
    "{% import 'a' as b %}",
    "{% from 'a' import b %}",
    "{% extends 'a' %}",
  ])('forbids %j', (source) => {
    const problem = problemOf(source, { s: 'a', x: 5, xs: [1], d: { a: 1, inner: [] } })
    expect(problem?.code).toBe('template_forbidden')
    expect(problem?.position).toBeDefined()
  })

  it('leaves inputs as they were', () => {
    const inputs: TemplateInputs = { xs: [3, 1], d: { k: [1] } }
    const source =
      '{% set l = xs|sort %}{% set _ = l.append(9) %}{% set q = dict(d) %}{% set _ = q.update(z=1) %}{{ l }}{{ q }}{{ xs|reverse|list }}'
    expect(jinja2Engine.parse(source).render(inputs, DEFAULT_BUDGET)).toBe("[1, 3, 9]{'k': [1], 'z': 1}[1, 3]")
    expect(inputs).toEqual({ xs: [3, 1], d: { k: [1] } })
  })

  it.each(['constructor', '__proto__', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'])(
    'knows no name %j that is not an own one',
    (name) => {
      const own = Object.fromEntries([[name, 'own']])
      expect(render(`[{{ ${name} }}][{{ o.${name} }}][{{ o['${name}'] }}]`, { o: {} })).toBe('[][][]')
      expect(
        render(`[{{ ${name} }}][{{ o.${name} }}][{{ o['${name}'] }}]`, { ...own, ['o']: own, ...(name === '__proto__' ? own : {}) }),
      ).toContain('own')
      expect(render(`{{ '${name}' in o }}{{ o.get('${name}') }}{{ 'x'|attr('${name}') is defined }}`, { o: {} })).toBe('FalseNoneFalse')
    },
  )
})
