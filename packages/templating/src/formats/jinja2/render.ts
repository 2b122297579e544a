import { missingError } from '../../missing-variables.ts'
import { TemplateError, positionAt, type TemplatePosition } from '../../template-error.ts'
import { limitError } from '../../template-limits.ts'
import type { RenderBudget, TemplateInputs } from '../../template-format.ts'
import type { CompiledTemplate } from './compile/compile-template.ts'
import { getAttribute } from './access/get-attribute.ts'
import { getItem } from './access/get-item.ts'
import { Run } from './run.ts'
import { Sink } from './runtime/sink.ts'

/** A stack that ran out is a template that recurses too deep, whatever way it found. */
export const asTemplateError = (error: unknown): unknown =>
  error instanceof RangeError ? limitError('The template nests or recurses too deep; make it simpler.') : error

function withPosition(error: unknown, run: Run, position: TemplatePosition): unknown {
  if (!(error instanceof TemplateError) || error.problem.position !== undefined || run.exhausted) return error
  return new TemplateError({ ...error.problem, position })
}

/**
 * One render of a compiled template.
 *
 * @throws TemplateError as `ParsedTemplate.render`; every JSONPath that found nothing before the render ended is named at once
 */
export function renderCompiled(source: string, compiled: CompiledTemplate, inputs: TemplateInputs, budget: RenderBudget): string {
  const run = new Run(inputs, { attribute: getAttribute, item: getItem }, budget)
  const sink = new Sink(run)
  let failure: unknown
  try {
    compiled.render(run, sink)
  } catch (error) {
    failure = withPosition(asTemplateError(error), run, positionAt(source, run.at.offset, run.at.length))
  }
  const miss = run.firstMiss
  if (miss !== undefined && !run.exhausted) throw missingError(run.missing, inputs, positionAt(source, miss.offset, miss.length))
  if (failure !== undefined) throw failure
  return sink.text
}
