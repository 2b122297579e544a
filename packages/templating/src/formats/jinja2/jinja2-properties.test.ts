import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TemplateError } from '../../template-error.ts'
import { DEFAULT_BUDGET } from '../../template-limits.ts'
import type { RenderBudget, TemplateInputs } from '../../template-format.ts'
import { jinja2Engine } from './index.ts'

const budget: RenderBudget = { ...DEFAULT_BUDGET, now: () => 0 }
const render = (source: string, inputs: TemplateInputs): string => jinja2Engine.parse(source).render(inputs, budget)

/** The text, or the error it ended in. */
function outcome(source: string, inputs: TemplateInputs, maxOutput = budget.maxOutput): string | TemplateError {
  try {
    return jinja2Engine.parse(source).render(inputs, { ...budget, maxOutput })
  } catch (error) {
    if (error instanceof TemplateError) return error
    throw error
  }
}

const PIECES = [
  '{{',
  '}}',
  '{%',
  '%}',
  '{#',
  '#}',
  '-',
  '+',
  'x',
  'xs',
  '.',
  '[',
  ']',
  '(',
  ')',
  '|',
  'upper',
  'if',
  'endif',
  'for',
  'in',
  'endfor',
  'set',
  '=',
]
const MORE = [
  '"',
  "'",
  '$',
  '.a',
  ' ',
  '\n',
  'raw',
  'endraw',
  'macro m()',
  'endmacro',
  'loop',
  'is',
  'not',
  '1',
  '2.5',
  ',',
  ':',
  '*',
  '**',
  '~',
  '\\',
  '😀',
  '\r',
]

describe('jinja2', () => {
  it('prints every text as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(render('[{{ v }}]{{$.v}}', { v: text })).toBe(`[${text}]${text}`)
      }),
    )
  })

  it('prints every literal text as it is once it is escaped', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(fc.constantFrom(...PIECES, ...MORE)).map((parts) => parts.join('')),
        ),
        (text) => {
          const escaped = jinja2Engine.escapeLiteral(text)
          expect(render(`${escaped}{{ x }}.`, { x: 'v' })).toBe(`${text}v.`)
        },
      ),
    )
  })

  it('reads every name through its placeholder', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const placeholder = jinja2Engine.placeholderFor(name) ?? ''
        expect(render(placeholder, Object.fromEntries([[name, 'value']]))).toBe('value')
      }),
    )
  })

  it('ends every source in a text or a template error', () => {
    const source = fc.array(fc.constantFrom(...PIECES, ...MORE), { maxLength: 40 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(source, (text) => {
        expect(outcome(text, { x: 'a', xs: [1, 2] })).toBeDefined()
      }),
      { numRuns: 500 },
    )
  })

  it('never prints more than it may', () => {
    const source = '{% for i in xs %}{{ s * i }}{{ s ~ s }}{% endfor %}'
    fc.assert(
      fc.property(fc.array(fc.nat(50), { maxLength: 30 }), fc.string(), fc.integer({ min: 1, max: 200 }), (xs, s, maxOutput) => {
        const result = outcome(source, { xs, s }, maxOutput)
        const length = typeof result === 'string' ? result.length : 0
        expect(length).toBeLessThanOrEqual(maxOutput)
        expect(typeof result === 'string' || result.problem.code === 'template_limit').toBe(true)
      }),
    )
  })

  it('renders the same template twice alike', () => {
    const template = jinja2Engine.parse('{% set l = [] %}{% set _ = l.append(x) %}{{ l }}{% set c = cycler(1, 2) %}{{ c.next() }}')
    expect([template.render({ x: 1 }, budget), template.render({ x: 2 }, budget)]).toEqual(['[1]1', '[2]1'])
  })
})
