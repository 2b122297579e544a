import { describe, expect, it } from 'vitest'
import { TemplateError, type TemplateProblem } from '../../template-error.ts'
import { DEFAULT_BUDGET } from '../../template-limits.ts'
import type { RenderBudget, TemplateInputs, TemplateValue } from '../../template-format.ts'
import { jinja2Engine } from './index.ts'

function problemOf(source: string, inputs: TemplateInputs = {}, budget: Partial<RenderBudget> = {}): TemplateProblem | undefined {
  try {
    jinja2Engine.parse(source).render(inputs, { ...DEFAULT_BUDGET, now: () => 0, ...budget })
    return undefined
  } catch (error) {
    if (error instanceof TemplateError) return error.problem
    throw error
  }
}

const nestedLists = (depth: number): TemplateValue => (depth === 0 ? 1 : [nestedLists(depth - 1)])
const wide = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`k${index}`, index]))
const long = 'a'.repeat(1_000_000)

describe('what is nested too deep', () => {
  it.each([
    ['parentheses', `{{ ${'('.repeat(10_000)}1${')'.repeat(10_000)} }}`],
    ['brackets', `{{ ${'['.repeat(10_000)}${']'.repeat(10_000)} }}`],
    ['signs', `{{ ${'- '.repeat(100_000)}1 }}`],
    ['negations', `{{ ${'not '.repeat(50_000)}1 }}`],
    ['sums', `{{ 1${'+1'.repeat(100_000)} }}`],
    ['conjunctions', `{{ 1${' and 1'.repeat(30_000)} }}`],
    ['inline ifs', `{{ 1${' if 0 else 1'.repeat(15_000)} }}`],
    ['attributes', `{{ a${'.b'.repeat(100_000)} }}`],
    ['subscripts', `{{ a${'[0]'.repeat(80_000)} }}`],
    ['calls', `{{ a${'()'.repeat(100_000)} }}`],
    ['filters', `{{ a${'|e'.repeat(100_000)} }}`],
    ['blocks', `${'{% if 1 %}'.repeat(33)}${'{% endif %}'.repeat(33)}`],
    ['macros', '{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}'],
    ['macros by twos', '{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}'],
    ['block calls', '{% block a %}{{ self.a() }}{% endblock %}'],
    ['loop calls', '{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}'],
    ['a list in itself', '{% set l = [] %}{% set _ = l.append(l) %}{{ l }}'],
    ['a list in itself as JSON', '{% set l = [] %}{% set _ = l.append(l) %}{{ l|tojson }}'],
    ['a list in itself compared', '{% set l = [] %}{% set m = [l] %}{% set _ = l.append(m) %}{{ l == m }}'],
    [
      'tuples as a key',
      '{% set ns = namespace(x=()) %}{% for i in range(9000) %}{% set ns.x = (ns.x,) %}{% endfor %}{{ {ns.x: 1}|length }}',
    ],
  ])('ends as a limit: %s', (_, source) => {
    expect(problemOf(source)?.code).toBe('template_limit')
  })

  it('allows what people write', () => {
    expect(problemOf(`${'{% if 1 %}'.repeat(32)}x${'{% endif %}'.repeat(32)}`)).toBeUndefined()
    expect(problemOf(`{{ ${'('.repeat(90)}1${')'.repeat(90)} }}`)).toBeUndefined()
    expect(problemOf(`{{ 1${'+1'.repeat(250)} }}`)).toBeUndefined()
    expect(problemOf('{% macro m(n) %}{% if n %}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(31) }}')).toBeUndefined()
    expect(problemOf('{{ x }}', { x: nestedLists(400) })).toBeUndefined()
  })
})

describe('what is too large', () => {
  it.each([
    "{{ 'a' * 1000000000 }}",
    "{{ 'a' * 10 ** 30 }}",
    '{{ [1] * 100000000 }}',
    "{{ 'a'|center(1000000000) }}",
    "{{ 'a'.ljust(10 ** 12) }}",
    "{{ '1'.zfill(10 ** 9) }}",
    "{{ '\\t'.expandtabs(10 ** 9) }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ '%.1000000000f' % 1 }}",
    "{{ '{:1000000000}'.format(1) }}",
    '{{ [1]|tojson(10 ** 9) }}',
    "{{ [1]|batch(10 ** 9, 'x')|list }}",
    '{{ [1]|slice(10 ** 9)|list }}',
    '{{ range(100001) }}',
    '{{ (10 ** 15) ** (10 ** 15) }}',
    '{{ 10.0 ** 400 }}',
    "{{ 'inf'|float|int }}",
    '{{ (10 ** 400) + 0.5 }}',
    "{% set ns = namespace(x='aa') %}{% for i in range(100) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}",
    '{% set ns = namespace(x=[1]) %}{% for i in range(100) %}{% set ns.x = ns.x + ns.x %}{% endfor %}',
    '{% set ns = namespace(x=[1]) %}{% for i in range(100) %}{% set ns.x = [ns.x, ns.x] %}{% endfor %}{{ ns.x }}',
    '{% set ns = namespace(x=10 ** 15) %}{% for i in range(100) %}{% set ns.x = ns.x * ns.x %}{% endfor %}',
    `{% for i in range(50000) %}${'x'.repeat(100)}{% endfor %}`,
  ])('is refused before it is made: %s', (source) => {
    expect(problemOf(source)?.code).toBe('template_limit')
  })
})

describe('what takes too long', () => {
  it.each<readonly [string, TemplateInputs]>([
    ['{% for a in range(1000) %}{% for b in range(1000) %}{% endfor %}{% endfor %}', {}],
    ['{% set l = [1] %}{% for x in l %}{% set _ = l.append(1) %}{% endfor %}', {}],
    ['{% set l = [1] %}{% for i in range(90000) %}{% set _ = l.insert(0, 1) %}{% endfor %}', {}],
    ['{{ -1 in range(100000) }}{{ -1 in range(100000) }}', {}],
    ['{{ range(100000)|join(s) }}', { s: 'a'.repeat(1000) }],
    ['{% for i in range(9000) %}{{ s.find("b") }}{% endfor %}', { s: long }],
    ['{% for i in range(9000) %}{{ "b" in s }}{% endfor %}', { s: long }],
    ['{% for i in range(9000) %}{{ s == t }}{% endfor %}', { s: long, t: `${'a'.repeat(999_999)}b` }],
    ['{% for i in range(9000) %}{{ s|upper|length }}{% endfor %}', { s: long }],
    ['{% for i in range(9000) %}{{ d|dictsort|length }}{% endfor %}', { d: wide }],
    ['{% for i in range(9000) %}{{$..a}}{% endfor %}', { d: wide }],
    ['{{ s|wordwrap(1)|length }}', { s: long }],
  ])('is counted in steps, whatever the clock says: %s', (source, inputs) => {
    expect(problemOf(source, inputs)).toMatchObject({ code: 'template_limit' })
  })

  it('asks a long value again and again at no cost', () => {
    const source = '{% for i in range(9000) %}{{ s[i] }}{% if d %}{{ d|length }}{% endif %}{{ s|length }}{% endfor %}'
    expect(problemOf(source, { s: `😀${long}`, d: wide })).toBeUndefined()
  })

  it('is stopped by the clock', () => {
    let nowMs = 0
    const now = (): number => (nowMs += 10)
    expect(problemOf('{% for i in range(50000) %}{% endfor %}', {}, { now })).toMatchObject({ code: 'template_limit' })
  })

  it('says no place where the whole render is too much', () => {
    expect(problemOf('{% for i in range(9) %}{{ i + 1 }}{% endfor %}', {}, { maxSteps: 10 })).not.toHaveProperty('position')
    expect(problemOf('{% for i in range(9) %}{{ i }}{% endfor %}', {}, { maxOutput: 5 })).not.toHaveProperty('position')
  })

  it.each<readonly [string, TemplateInputs]>([
    ['{{ s|urlize|length }}', { s: '),'.repeat(100_000) }],
    ['{{ s|urlize|length }}', { s: 'a.'.repeat(200_000) }],
    ['{{ s|urlize|length }}', { s: '@'.repeat(200_000) }],
    ['{{ s|striptags|length }}', { s: '<!--'.repeat(100_000) }],
    ['{{ s|title|length }}', { s: '-'.repeat(300_000) }],
    ['{{ s.format(1)|length }}', { s: '{{'.repeat(50_000) }],
  ])('reads a hostile text once: %s', (source, inputs) => {
    expect(['template_limit', undefined]).toContain(problemOf(source, inputs)?.code)
  })
})

describe('a long source', () => {
  it.each([
    ['openings', '{'.repeat(250_000)],
    ['open comments', '{#'.repeat(100_000)],
    ['open raw blocks', '{% raw %}'.repeat(25_000)],
    ['JSONPath tags with quotes', '{{$\'"'.repeat(40_000)],
    ['stripping tags', '   {{- 1 }}'.repeat(20_000)],
    ['branches that set names', Array.from({ length: 5000 }, (_, index) => `{% if a %}{% set b${index} = 1 %}{% endif %}`).join('')],
    ['arguments', `{{ dict(${Array.from({ length: 20_000 }, (_, index) => `k${index}=1`).join(',')})|length }}`],
  ])('is read in one pass: %s', (_, source) => {
    expect(problemOf(source)?.code).not.toBe('template_forbidden')
  })
})
