import type { TemplateFormat } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { parseTemplate } from './parse-template.ts'
import { renderTemplate, type RenderResult } from './render-template.ts'
import type { TemplateInputs } from './template-format.ts'

function render(format: TemplateFormat, source: string, inputs: TemplateInputs): RenderResult {
  const parsed = parseTemplate(format, source)
  return parsed.ok ? renderTemplate(parsed.template, inputs) : parsed
}

const big = 'x'.repeat(200_000)
const list = Array.from({ length: 50_000 }, (_, index) => index)
const wide = Object.fromEntries(list.map((index) => [`k${index}`, index]))
const copy = (): TemplateInputs => Object.fromEntries(Object.entries(wide))

/** Work that the output does not show: each of these would take minutes if it were not counted. */
describe('work beyond the output', () => {
  it.each<readonly [string, TemplateFormat, string, TemplateInputs]>([
    ['conversions of a long list', 'fstring', '{v!s:.1}'.repeat(20_000), { v: list }],
    ['conversions of a long text', 'fstring', '{v!r:.1}'.repeat(20_000), { v: big }],
    ['characters far inside a text', 'fstring', '{v[199999]}'.repeat(20_000), { v: big }],
    ['lengths of a long text', 'curly', '{{$.l[?length($.v) == 1]}}', { v: big, l: list }],
    ['lengths of a wide object', 'curly', '{{$.l[?length($.v) == 1]}}', { v: wide, l: list }],
    ['comparisons of long texts', 'curly', '{{$.l[?$.v < $.w]}}', { v: big, w: `${big}x`, l: list }],
    ['equality of long texts', 'curly', '{{$.l[?$.v == $.w]}}', { v: `${big}y`, w: `${big}x`, l: list }],
    ['equality of wide objects', 'curly', '{{$.l[?$.v == $.w]}}', { v: copy(), w: copy(), l: list }],
    ['a pattern for every item', 'curly', "{{$.l[?match('a', @)]}}", { l: list.map((index) => `(a{0,9}){0,9}b{${index % 9}}c${index}`) }],
    ['a long text against a pattern, again and again', 'curly', "{{$.l[?search($.v, '(a|b)*c')]}}", { v: big, l: list }],
    ['descendants of descendants', 'curly', '{{$..*..*..*}}', { l: [list, [list, [list]]] }],
    [
      'a path for every placeholder',
      'mustache',
      list
        .slice(0, 9000)
        .map((index) => `{{$..k${index}}}`)
        .join(''),
      { v: wide },
    ],
    ['a wide object asked whether it is empty', 'mustache', '{{#l}}{{^v}}{{/v}}{{/l}}', { v: wide, l: list.slice(0, 20_000) }],
    ['sections in sections', 'mustache', '{{#l}}{{#l}}{{#l}}{{/l}}{{/l}}{{/l}}', { l: list }],
  ])('is counted: %s', (_, format, source, inputs) => {
    expect(render(format, source, inputs)).toMatchObject({ ok: false, problem: { code: 'template_limit' } })
  })

  it('is not spent where a long value is used a little', () => {
    expect(render('fstring', '{v:.3}|{v:5.3}|{v!s:.2}'.repeat(10), { v: big })).toMatchObject({ ok: true })
    expect(render('curly', '{{$.l[?length($.v) == 200000]}}', { v: big, l: [1, 2] })).toEqual({ ok: true, text: '[1, 2]' })
    expect(render('mustache', '{{#v}}{{k7}}{{/v}}', { v: wide })).toEqual({ ok: true, text: '7' })
  })

  it('names every missing variable, and looks for close names of the first few only', () => {
    const names = list.slice(0, 20_000).map((index) => `n${index}`)
    const result = render(
      'curly',
      names.map((name) => `{{${name}}}`).join(''),
      Object.fromEntries(names.slice(0, 900).map((name) => [`${name}_`, 1])),
    )
    const problem = result.ok ? undefined : result.problem
    expect(problem?.names).toHaveLength(20_000)
    expect(Object.keys(problem?.candidates ?? {}).length).toBeLessThanOrEqual(20)
    expect(problem?.message.length).toBeLessThan(500)
    expect(problem?.message).toContain('and 19980 more')
  })
})
