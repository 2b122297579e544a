import { describe, expect, it } from 'vitest'
import { PyFloat } from '../../python/number.ts'
import { TemplateError, type TemplateProblem } from '../../template-error.ts'
import type { TemplateInputs } from '../../template-format.ts'
import { renderSource as render } from './render-source.ts'

function problemOf(source: string, inputs: TemplateInputs): TemplateProblem | undefined {
  try {
    render(source, inputs)
    return undefined
  } catch (error) {
    if (error instanceof TemplateError) return error.problem
    throw error
  }
}

describe('JSONPath tags', () => {
  const inputs: TemplateInputs = {
    p: { name: 'Zed', n: null },
    xs: [1, 'é', true, null, 1.5, new PyFloat(2)],
    o: { x: 1 },
    big: 2n ** 70n,
    s: 'v',
    q: ['{{', '}}'],
  }

  it.each([
    ['{{$.p.name}}', 'Zed'],
    ['{{ $.p.name }}', 'Zed'],
    ['a {{- $.s -}} b', 'avb'],
    ['{{$.o}} vs {{ o }}', '{"x": 1} vs {\'x\': 1}'],
    ['{{$.xs}}', '[1, "é", true, null, 1.5, 2.0]'],
    ['{{$.xs[2]}} {{$.p.n}} {{$.xs[5]}} {{$.big}}', 'True None 2.0 1180591620717411303424'],
    ['{{$.xs[0, 1]}}', '[1, "é"]'],
    ["{{$['p']['name']}}{{ 1 }}", 'Zed1'],
    ['{{$.q[?(@ == "}}")]}}{{ 1 }}', '}}1'],
    ['{% for x in xs[:2] %}{{$.s}}{% endfor %}', 'vv'],
    ['{% set s = 1 %}{{$.s}}', 'v'],
    ['{% autoescape true %}{{$.p.name}}{% endautoescape %}', 'Zed'],
    ['{% macro m() %}{{$.s}}{% endmacro %}{{ m() }}', 'v'],
  ])('print what %j finds', (source, expected) => {
    expect(render(source, inputs)).toBe(expected)
  })

  it.each([
    '{% raw %}{{$.nope}}{% endraw %}',
    '{# {{$.nope}} #}',
    '{% if false %}{{$.nope}}{% endif %}',
    '{% for x in [] %}{{$.nope}}{% endfor %}',
  ])('are resolved only where they are rendered: %j', (source) => {
    expect(problemOf(source, {})).toBeUndefined()
  })

  it('name every path that finds nothing, at the first place', () => {
    expect(problemOf('a\n{{$.z}}{{$.names}}{{$.z}}{{$.}}', { name: 1 })).toMatchObject({
      code: 'missing_variables',
      names: ['$.', '$.names', '$.z'],
      position: { line: 2, column: 3 },
    })
  })

  it('name what was missing before another error ended the render', () => {
    expect(problemOf('{{$.z}}{{ 1 / 0 }}', {})).toMatchObject({ code: 'missing_variables', names: ['$.z'] })
  })

  it('take a value as it is, whatever it holds', () => {
    expect(render('{{$.s}}{{ s }}', { s: '{{ t }}{% if %}$&\\1', t: 'LEAK' })).toBe('{{ t }}{% if %}$&\\1{{ t }}{% if %}$&\\1')
  })
})
