import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { RenderResult } from '@vitrine/templating'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTemplateCases, renderCase } from './kinds/template-rendering.ts'
import { fstringCases } from './reference/fstring-templates.ts'
import { jinja2Cases } from './reference/jinja2-templates.ts'
import { askReference, whyUnavailable, type ReferenceAnswer, type ReferenceCase } from './reference/python.ts'

const SHARED_CASES = resolve(import.meta.dirname, '../../../shared/cases/template-rendering.json')

/** The shared cases that the reference itself can render: JSONPath tags are an addition to the language. */
const sharedCases = (format: 'fstring' | 'jinja2'): readonly ReferenceCase[] =>
  existsSync(SHARED_CASES)
    ? readTemplateCases(readFileSync(SHARED_CASES, 'utf8')).filter(
        (one) =>
          one.format === format &&
          !one.template.includes('{{$') &&
          !one.template.includes('\0') &&
          (format === 'jinja2' || !one.template.includes('.')),
      )
    : []

const CODES: Readonly<Record<string, readonly string[]>> = {
  ValueError: ['template_syntax'],
  KeyError: ['missing_variables', 'template_syntax'],
  OverflowError: ['template_limit'],
}

function agrees(answer: ReferenceAnswer, result: RenderResult, format: string): boolean {
  if ('text' in answer) return result.ok && result.text === answer.text
  if (result.ok) return false
  return format !== 'fstring' || (CODES[answer.error]?.includes(result.problem.code) ?? true)
}

/** Where the reference cannot be asked there is nothing to disagree with, unless this is where the project is checked. */
function disagreements(cases: readonly ReferenceCase[], module: string): readonly unknown[] {
  const reason = whyUnavailable(module)
  if (reason !== undefined) {
    if (process.env['CI'] === 'true') throw new Error(`the comparison must run here: ${reason}`)
    console.log(`The comparison is passed over: ${reason}.`)
    return []
  }
  const answers = askReference(cases)
  return cases.flatMap((one, index) => {
    const answer = answers[index]
    const result = renderCase(one)
    return answer !== undefined && agrees(answer, result, one.format) ? [] : [{ template: one.template, reference: answer, ours: result }]
  })
}

describe.each([
  { language: 'str.format of CPython', module: 'json', format: 'fstring', generated: fstringCases, count: 4000 },
  { language: 'Jinja2', module: 'jinja2.sandbox', format: 'jinja2', generated: jinja2Cases, count: 2000 },
] as const)('against $language', ({ module, format, generated, count }) => {
  it('the shared cases agree', () => {
    expect(disagreements(sharedCases(format), module)).toEqual([])
  })

  it('generated templates agree', () => {
    const cases = fc.sample<ReferenceCase>(generated, { seed: 20_260, numRuns: count })
    expect(disagreements(cases, module)).toEqual([])
  })
})
