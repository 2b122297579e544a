import { TEMPLATE_FORMATS, type TemplateFormat } from '@vitrine/contracts'
import {
  DEFAULT_BUDGET,
  parseJson,
  parseTemplate,
  renderTemplate,
  type RenderResult,
  type TemplateErrorCode,
  type TemplateInputs,
  type TemplateValue,
} from '@vitrine/templating'
import type { CaseOutcome } from './case-kind.ts'

type Fields = Readonly<Record<string, TemplateValue>>

/** What a case wants: a text, or an error by the reference's name. */
export interface TemplateCase {
  readonly id: string
  readonly format: TemplateFormat
  readonly template: string
  readonly inputs: TemplateInputs
  readonly expected:
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'error'; readonly type: string; readonly names?: readonly string[] }
}

const CODES: ReadonlyMap<string, TemplateErrorCode> = new Map([
  ['UnresolvedVariables', 'missing_variables'],
  ['TemplateSyntaxError', 'template_syntax'],
  ['MustacheTemplateError', 'template_syntax'],
  ['ValueError', 'template_syntax'],
  ['SecurityError', 'template_forbidden'],
  ['OverflowError', 'template_limit'],
])

const isFields = (value: TemplateValue | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.getPrototypeOf(value) === Object.prototype

function textOf(fields: Fields, name: string): string {
  const value = fields[name]
  if (typeof value !== 'string') throw new Error(`a case has no text \`${name}\``)
  return value
}

function expectationOf(fields: Fields): TemplateCase['expected'] {
  if ('expect' in fields) return { kind: 'text', text: textOf(fields, 'expect') }
  const { error } = fields
  if (!isFields(error)) throw new Error(`${textOf(fields, 'id')} has neither \`expect\` nor \`error\``)
  const { unresolved } = error
  const type = textOf(error, 'type')
  return Array.isArray(unresolved) ? { kind: 'error', type, names: unresolved.map(String) } : { kind: 'error', type }
}

function toCase(value: TemplateValue): TemplateCase {
  if (!isFields(value)) throw new Error('a case is not an object')
  const id = textOf(value, 'id')
  const format = TEMPLATE_FORMATS.find((known) => known === value['format'])
  if (format === undefined) throw new Error(`${id} has an unknown format`)
  const { inputs } = value
  if (!isFields(inputs)) throw new Error(`${id} has no inputs`)
  return { id, format, template: textOf(value, 'template'), inputs, expected: expectationOf(value) }
}

/** Reads a case file without loss: `1.0` and long integers are what some cases are about. */
export function readTemplateCases(text: string): readonly TemplateCase[] {
  const cases = parseJson(text)
  if (!Array.isArray(cases)) throw new Error('template-rendering.json is not a list of cases')
  return cases.map(toCase)
}

/** Time stands still: how busy a machine is must not decide what passes. */
const BUDGET = { ...DEFAULT_BUDGET, now: () => 0 }

/** What a template and its inputs give, whether it is reading or rendering that fails. */
export function renderCase({ format, template, inputs }: Pick<TemplateCase, 'format' | 'template' | 'inputs'>): RenderResult {
  const parsed = parseTemplate(format, template)
  return parsed.ok ? renderTemplate(parsed.template, inputs, BUDGET) : parsed
}

function isMet(expected: TemplateCase['expected'], result: RenderResult): boolean {
  if (expected.kind === 'text') return result.ok && result.text === expected.text
  if (result.ok) return false
  const code = CODES.get(expected.type)
  if (code !== undefined && code !== result.problem.code) return false
  return expected.names === undefined || expected.names.toSorted().join('\0') === (result.problem.names ?? []).toSorted().join('\0')
}

const describe = (expected: TemplateCase['expected']): string =>
  expected.kind === 'text' ? JSON.stringify(expected.text) : [expected.type, ...(expected.names ?? [])].join(' ')

const describeResult = (result: RenderResult): string =>
  result.ok ? JSON.stringify(result.text) : `${result.problem.code} ${(result.problem.names ?? []).join(' ')} (${result.problem.message})`

export function runTemplateCases(text: string): readonly CaseOutcome[] {
  return readTemplateCases(text).map((one) => {
    const result = renderCase(one)
    return { id: one.id, passed: isMet(one.expected, result), expected: describe(one.expected), got: describeResult(result) }
  })
}
