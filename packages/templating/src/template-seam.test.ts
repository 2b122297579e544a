import { TEMPLATE_FORMATS } from '@vitrine/contracts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { engineOf } from './formats/registry.ts'
import { parseTemplate } from './parse-template.ts'
import { renderTemplate } from './render-template.ts'
import { createTemplateCache } from './template-cache.ts'
import { TemplateError } from './template-error.ts'
import type { ParsedTemplate, TemplateInputs, TemplateValue } from './template-format.ts'
import { DEFAULT_BUDGET, MAX_TEMPLATE_BYTES } from './template-limits.ts'

const PLAIN: Readonly<Record<(typeof TEMPLATE_FORMATS)[number], string>> = {
  curly: '{{v}}',
  fstring: '{v}',
  jinja2: '{{ v }}',
  mustache: '{{v}}',
}

/** Time stands still: how busy a machine is must not decide what passes. */
const BUDGET = { ...DEFAULT_BUDGET, now: () => 0 }

function renderText(format: (typeof TEMPLATE_FORMATS)[number], source: string, inputs: TemplateInputs): string | undefined {
  const parsed = parseTemplate(format, source)
  const result = parsed.ok ? renderTemplate(parsed.template, inputs, BUDGET) : parsed
  return result.ok ? result.text : undefined
}

/** An engine's template that fails in its own way. */
const failing = (error: unknown): ParsedTemplate => ({
  format: 'curly',
  source: '',
  variables: [],
  placeholders: [],
  render: () => {
    throw error
  },
})

describe.each(TEMPLATE_FORMATS)('every format: %s', (format) => {
  it('renders a plain variable and names it', () => {
    const parsed = parseTemplate(format, `a ${PLAIN[format]} b`)
    expect(parsed).toMatchObject({
      ok: true,
      template: { format, variables: [{ name: 'v', path: '' }], placeholders: [{ name: 'v', kind: 'variable' }] },
    })
    expect(renderText(format, `a ${PLAIN[format]} b`, { v: 'V' })).toBe('a V b')
  })

  it('gives any value back unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(renderText(format, `<${PLAIN[format]}>`, { v: value })).toBe(`<${value}>`)
      }),
    )
  })

  it('answers any text without throwing', () => {
    const soup = fc.string({
      unit: fc.constantFrom('{{', '}}', '{%', '%}', '{', '}', '[', ']', '.', '|', 'v', 'if', ' ', '\n', '$', '(', ')', "'"),
      maxLength: 16,
    })
    fc.assert(
      fc.property(soup, (source) => {
        const parsed = parseTemplate(format, source)
        const result = parsed.ok ? renderTemplate(parsed.template, { v: [1, { v: 'x' }] }, BUDGET) : parsed
        expect(result.ok ? typeof result.text : typeof result.problem.message).toBe('string')
      }),
      { numRuns: 500 },
    )
  })

  it('answers data of any depth without throwing', () => {
    const deep = JSON.parse(`${'{"v":['.repeat(50_000)}1${']}'.repeat(50_000)}`) as TemplateInputs
    const parsed = parseTemplate(format, PLAIN[format])
    expect(parsed.ok && renderTemplate(parsed.template, deep, BUDGET)).toMatchObject({ ok: false, problem: { code: 'template_limit' } })
  })

  it('refuses more than 256 KB of UTF-8, and takes as much', () => {
    expect(parseTemplate(format, 'é'.repeat(MAX_TEMPLATE_BYTES / 2)).ok).toBe(true)
    expect(parseTemplate(format, `${'é'.repeat(MAX_TEMPLATE_BYTES / 2)}a`)).toMatchObject({
      ok: false,
      problem: { code: 'template_limit' },
    })
    expect(parseTemplate(format, '😀'.repeat(MAX_TEMPLATE_BYTES / 4)).ok).toBe(true)
    expect(parseTemplate(format, '中'.repeat(MAX_TEMPLATE_BYTES / 3 + 1)).ok).toBe(false)
  })

  it('writes no more than the output it may', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 8 }), { maxLength: 8 }), fc.integer({ min: 0, max: 60 }), (list, maxOutput) => {
        const parsed = parseTemplate(format, `${PLAIN[format]}-${PLAIN[format]}`)
        if (!parsed.ok) throw new Error(parsed.problem.message)
        const free = renderTemplate(parsed.template, { v: list }, BUDGET)
        const bound = renderTemplate(parsed.template, { v: list }, { ...BUDGET, maxOutput })
        const fits = free.ok && free.text.length <= maxOutput
        expect(bound).toMatchObject(fits ? free : { ok: false, problem: { code: 'template_limit' } })
      }),
    )
  })

  it('escapes literal text so that it renders as itself', () => {
    const text = 'a { b } {{ c }} {% d %} {# e #} {{{f}}} $& \\ '
    expect(renderText(format, engineOf(format).escapeLiteral(text), {})).toBe(text)
  })

  it('writes a plain name so that it is read back', () => {
    const written = engineOf(format).placeholderFor('user_name')
    expect(renderText(format, written ?? '', { user_name: 'V' })).toBe('V')
  })
})

describe('renderTemplate', () => {
  it('gives a TemplateError as its problem', () => {
    const problem = { code: 'template_forbidden', message: 'no' } as const
    expect(renderTemplate(failing(new TemplateError(problem)), {})).toEqual({ ok: false, problem })
  })

  it.each([new RangeError('Maximum call stack size exceeded'), new TypeError('x'), 'text'])(
    'gives everything else that is thrown as a limit: %s',
    (error) => {
      expect(renderTemplate(failing(error), {})).toMatchObject({ ok: false, problem: { code: 'template_limit' } })
    },
  )
})

describe('createTemplateCache', () => {
  it('reads a template once for each format', () => {
    const cache = createTemplateCache(8)
    const first = cache.parse('curly', '{{v}}')
    expect(cache.parse('curly', '{{v}}')).toBe(first)
    expect(cache.parse('mustache', '{{v}}')).not.toBe(first)
    expect(cache.size).toBe(2)
  })

  it('forgets the template that was not used for longest', () => {
    const cache = createTemplateCache(2)
    const a = cache.parse('curly', 'a')
    const b = cache.parse('curly', 'b')
    cache.parse('curly', 'a')
    cache.parse('curly', 'c')
    expect(cache.size).toBe(2)
    expect(cache.parse('curly', 'a')).toBe(a)
    expect(cache.parse('curly', 'b')).not.toBe(b)
  })

  it('forgets what was not read for the longest, of whatever format it is', () => {
    const cache = createTemplateCache(2)
    const a = cache.parse('curly', 'a')
    const b = cache.parse('mustache', 'b')
    cache.parse('curly', 'a')
    cache.parse('jinja2', 'c')
    expect(cache.size).toBe(2)
    expect(cache.parse('curly', 'a')).toBe(a)
    expect(cache.parse('mustache', 'b')).not.toBe(b)
  })

  it('keeps refusals too', () => {
    const cache = createTemplateCache(2)
    expect(cache.parse('fstring', '{')).toBe(cache.parse('fstring', '{'))
    expect(cache.parse('fstring', '{').ok).toBe(false)
  })
})

describe('inputs', () => {
  it('are never changed', () => {
    const inputs: Record<string, TemplateValue> = { v: [{ k: [1] }], w: { a: 'x' } }
    const before = JSON.stringify(inputs)
    for (const format of TEMPLATE_FORMATS) renderText(format, PLAIN[format], inputs)
    expect(JSON.stringify(inputs)).toBe(before)
  })
})
