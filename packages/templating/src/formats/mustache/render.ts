import { resolveParsedPath } from '../../json-path/resolve.ts'
import { missingError } from '../../missing-variables.ts'
import { RenderOutput } from '../../output.ts'
import type { TemplatePosition } from '../../template-error.ts'
import type { RenderBudget, TemplateInputs } from '../../template-format.ts'
import { limitError } from '../../template-limits.ts'
import { valueText } from '../../value-text.ts'
import type { MustacheNode, MustacheSection } from './ast.ts'
import { isFalse, lookUp, type Context } from './context.ts'

class MustacheRenderer {
  private readonly inputs: TemplateInputs
  private readonly budget: RenderBudget
  private readonly output: RenderOutput
  private readonly missing = new Map<string, TemplatePosition>()
  private readonly pathTexts = new Map<string, string>()

  constructor(inputs: TemplateInputs, budget: RenderBudget) {
    this.inputs = inputs
    this.budget = budget
    this.output = new RenderOutput(budget)
  }

  render(nodes: readonly MustacheNode[]): string {
    this.nodes(nodes, { value: this.inputs, outer: undefined }, 0)
    const [first] = this.missing.values()
    if (first !== undefined) throw missingError(this.missing.keys(), this.inputs, first)
    return this.output.text
  }

  private nodes(nodes: readonly MustacheNode[], context: Context, depth: number): void {
    for (const node of nodes) {
      this.output.meter.spend(1)
      if (node.kind === 'text') this.output.add(node.text)
      else if (node.kind === 'path') this.output.add(this.pathText(node))
      else if (node.kind === 'section') this.section(node, context, depth + 1)
      else {
        const value = lookUp(context, node.name, this.output.meter) ?? null
        this.output.add(value === null ? '' : valueText(value, this.output.room))
      }
    }
  }

  private section(section: MustacheSection, context: Context, depth: number): void {
    if (depth > this.budget.maxDepth)
      throw limitError(
        `Sections are nested deeper than ${this.budget.maxDepth} levels.`,
        { kind: 'too-deep', values: { limit: this.budget.maxDepth } },
        section.span,
      )
    const value = lookUp(context, section.name, this.output.meter)
    if (isFalse(value, this.output.meter) || value === undefined) {
      if (section.inverted) this.nodes(section.children, context, depth)
    } else if (!section.inverted) {
      for (const item of Array.isArray(value) ? value : [value]) {
        this.output.meter.spend(1)
        this.nodes(section.children, { value: item, outer: context }, depth)
      }
    }
  }

  /** A path starts at the inputs wherever it stands, so it is resolved once. */
  private pathText({ text, path, span }: Extract<MustacheNode, { kind: 'path' }>): string {
    const known = this.pathTexts.get(text)
    if (known !== undefined) return known
    const resolution = resolveParsedPath(path, this.inputs, this.output.meter)
    if (!resolution.found && !this.missing.has(text)) this.missing.set(text, span)
    const printed = resolution.found ? valueText(resolution.value, this.output.room) : ''
    this.pathTexts.set(text, printed)
    return printed
  }
}

/** @throws TemplateError `missing_variables` for JSONPaths that find nothing, `template_forbidden` for lambdas, `template_limit` */
export const renderMustache = (nodes: readonly MustacheNode[], inputs: TemplateInputs, budget: RenderBudget): string =>
  new MustacheRenderer(inputs, budget).render(nodes)
