import { missingError } from '../../missing-variables.ts'
import { RenderOutput } from '../../output.ts'
import { FormatRangeError, FormatSpecError } from '../../python/format-spec-error.ts'
import { formatValue } from '../../python/format-spec.ts'
import { pyRepr } from '../../python/repr.ts'
import { pyStr } from '../../python/str.ts'
import { escapeNonAscii } from '../../python/string-repr.ts'
import { stepsFor } from '../../step-meter.ts'
import { TemplateError, type TemplatePosition } from '../../template-error.ts'
import type { RenderBudget, TemplateInputs, TemplateValue } from '../../template-format.ts'
import type { Field, FstringNode } from './ast.ts'
import { readField } from './read-field.ts'

class FstringRenderer {
  private readonly inputs: TemplateInputs
  private readonly output: RenderOutput
  private readonly missing = new Map<string, TemplatePosition>()

  constructor(inputs: TemplateInputs, budget: RenderBudget) {
    this.inputs = inputs
    this.output = new RenderOutput(budget)
  }

  render(nodes: readonly FstringNode[]): string {
    for (const node of nodes) this.output.add(node.kind === 'literal' ? node.text : (this.textOf(node) ?? ''))
    const [first] = this.missing.values()
    if (first !== undefined) throw missingError(this.missing.keys(), this.inputs, first)
    return this.output.text
  }

  /** undefined where something is missing: then only what else is missing matters. */
  private textOf(field: Field): string | undefined {
    try {
      return this.formatted(field)
    } catch (error) {
      if (this.missing.size > 0) return undefined
      if (!(error instanceof FormatSpecError)) throw error
      const code = error instanceof FormatRangeError ? 'template_limit' : 'template_syntax'
      throw new TemplateError({ code, message: error.message, position: field.span })
    }
  }

  private formatted(field: Field): string | undefined {
    this.output.meter.spend(1)
    const found = readField(field, this.inputs, this.output.meter)
    if ('missing' in found && !this.missing.has(found.missing)) this.missing.set(found.missing, field.span)
    const spec = typeof field.spec === 'string' ? field.spec : field.spec.map((node) => this.specText(node)).join('')
    if ('missing' in found || this.missing.size > 0) return undefined
    return formatValue(this.converted(found.value, field), spec)
  }

  private specText(node: FstringNode): string {
    return node.kind === 'literal' ? node.text : (this.formatted(node) ?? '')
  }

  private converted(value: TemplateValue, field: Field): TemplateValue {
    if (field.conversion === undefined) return value
    const text = field.conversion === 's' ? pyStr(value) : pyRepr(value)
    // A precision may drop nearly all of it again, so the output does not bound this work.
    this.output.meter.spend(stepsFor(text.length))
    return field.conversion === 'a' ? escapeNonAscii(text) : text
  }
}

/** @throws TemplateError `missing_variables` with every missing name, `template_syntax` for a bad specification, `template_limit` */
export const renderFstring = (nodes: readonly FstringNode[], inputs: TemplateInputs, budget: RenderBudget): string =>
  new FstringRenderer(inputs, budget).render(nodes)
