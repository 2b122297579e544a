import type { TemplateFormat } from '@vitrine/contracts'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadFormat } from './formats/registry.ts'
import { parseTemplate } from './parse-template.ts'
import { renderTemplate } from './render-template.ts'
import type { TemplateCause } from './template-cause.ts'
import type { TemplateInputs } from './template-format.ts'
import type { TemplateProblem } from './template-error.ts'
import { DEFAULT_BUDGET } from './template-limits.ts'

const budget = { ...DEFAULT_BUDGET, maxSteps: 50, maxOutput: 100, maxDepth: 3, now: () => 0 }

function refused(format: TemplateFormat, source: string, inputs: TemplateInputs = {}): TemplateProblem | null {
  const parsed = parseTemplate(format, source)
  if (!parsed.ok) return parsed.problem
  const rendered = renderTemplate(parsed.template, inputs, budget)
  return rendered.ok ? null : rendered.problem
}

const CASES: readonly (readonly [TemplateFormat, string, TemplateCause, TemplateInputs?])[] = [
  ['mustache', '{{#a}}x', { kind: 'unclosed', values: { what: '{{#a}}', missing: '{{/a}}' } }],
  ['mustache', 'x {{a', { kind: 'unclosed', values: { what: '{{', missing: '}}' } }],
  ['mustache', '{{/a}}', { kind: 'closes-nothing', values: { what: '{{/a}}' } }],
  ['mustache', '{{#a}}{{/b}}', { kind: 'closes-other', values: { what: '{{/b}}', open: 'a' } }],
  ['mustache', '{{ }}', { kind: 'nothing-inside', values: {} }],
  ['mustache', '{{>a}}', { kind: 'partial', values: { name: 'a' } }],
  ['mustache', '{{=a=}}', { kind: 'delimiters', values: { example: '{{=<% %>=}}' } }],
  ['mustache', '\0', { kind: 'nul-character', values: {} }],
  ['fstring', 'a }', { kind: 'single-brace', values: { brace: '}', doubled: '}}' } }],
  ['fstring', 'a {', { kind: 'single-brace', values: { brace: '{', doubled: '{{' } }],
  ['fstring', '{a', { kind: 'unclosed', values: { what: '{', missing: '}' } }],
  ['fstring', '{a.b}', { kind: 'attribute', values: { field: '{a.b}', instead: '{a[b]}' } }],
  ['fstring', '{0}', { kind: 'numbered-field', values: { field: '{0}' } }],
  ['fstring', '{}', { kind: 'unnamed-field', values: {} }],
  ['fstring', '{a!x}', { kind: 'conversion', values: {} }],
  ['fstring', '{a:{b:{c}}}', { kind: 'too-deep', values: { limit: 2 } }],
  ['jinja2', '{% if a %}', { kind: 'unclosed', values: { what: 'if', missing: '{% endif %}' } }],
  ['jinja2', '{# a', { kind: 'unclosed', values: { what: '{#', missing: '#}' } }],
  ['jinja2', '{{ "a }}', { kind: 'unclosed', values: { what: '"', missing: '"' } }],
  ['jinja2', '{% endif %}', { kind: 'closes-nothing', values: { what: 'endif' } }],
  ['jinja2', '{% if a %}{% endfor %}{% endif %}', { kind: 'closes-other', values: { what: 'endfor', open: 'if' } }],
  ['jinja2', '{% shout %}', { kind: 'unknown-tag', values: { name: 'shout' } }],
  ['jinja2', '{{ a|shout }}', { kind: 'unknown-filter', values: { name: 'shout' } }],
  ['jinja2', '{{ a is loud }}', { kind: 'unknown-test', values: { name: 'loud' } }],
  ['jinja2', '{% include "a" %}', { kind: 'other-template', values: { name: 'include' } }],
  ['jinja2', '{{ a ? b }}', { kind: 'strange-character', values: { character: '?' } }],
  ['jinja2', '{{ (a] }}', { kind: 'expected', values: { wanted: ')', found: ']' } }],
  ['jinja2', '{{ a b }}', { kind: 'expected', values: { wanted: '}}', found: 'b' } }],
  ['jinja2', '{{ a', { kind: 'ends-early', values: { wanted: '}}' } }],
  ['jinja2', '{{ 1 + }}', { kind: 'value-expected', values: {} }],
  ['jinja2', '{{ a + 1 }}', { kind: 'undefined-name', values: { name: 'a' } }],
  ['jinja2', '{% for a in range(99) %}x{% endfor %}', { kind: 'too-many-steps', values: { limit: 50 } }],
  ['jinja2', '{{ "x" * 101 }}', { kind: 'too-long', values: { limit: 100 } }],
  ['curly', '{{a}}', { kind: 'too-long', values: { limit: 100 } }, { a: 'x'.repeat(101) }],
]

describe('what a template is refused for', () => {
  beforeAll(() => loadFormat('jinja2'))

  it.each(CASES.map(([format, source, cause, inputs]) => ({ format, source, cause, inputs })))(
    'is told as data for $format $source',
    (one) => {
      const { format, source, cause, inputs } = one
      expect(refused(format, source, inputs)?.cause).toEqual(cause)
    },
  )
  it('is told in words beside it', () => {
    for (const [format, source, , inputs] of CASES) expect(refused(format, source, inputs)?.message).toMatch(/^\S.*\.$/)
  })
})
