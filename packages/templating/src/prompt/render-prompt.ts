import type { Message, ResponseFormat } from '@vitrine/contracts'
import { missingProblem } from '../missing-variables.ts'
import { parseTemplate } from '../parse-template.ts'
import { problemOf } from '../problem-of.ts'
import { renderTemplate } from '../render-template.ts'
import type { TemplateCache } from '../template-cache.ts'
import type { TemplateProblem } from '../template-error.ts'
import type { RenderBudget, TemplateInputs } from '../template-format.ts'
import { DEFAULT_BUDGET, limitError } from '../template-limits.ts'
import { mapPromptTexts, type PromptTemplate } from './prompt-texts.ts'

export type PromptRenderResult =
  | { readonly ok: true; readonly messages: readonly Message[]; readonly responseFormat?: ResponseFormat }
  /** `location` is a wire path: `messages[1].content[0].text`, `response_format.json_schema.schema.title`. */
  | { readonly ok: false; readonly problem: TemplateProblem; readonly location: string }

interface Failure {
  readonly problem: TemplateProblem
  readonly location: string
}

/** Texts with placeholders in one prompt. Each may take a budget's steps, so their number is bounded too. */
const MAX_TEXTS = 1000

/** Renders text after text; output and time are those of the whole prompt. */
class PromptRenderer {
  readonly failures: Failure[] = []
  private readonly prompt: PromptTemplate
  private readonly inputs: TemplateInputs
  private readonly budget: RenderBudget
  private readonly parse: TemplateCache['parse']
  private readonly startedAt: number
  private texts = 0
  private written = 0
  private halted = false

  constructor(prompt: PromptTemplate, inputs: TemplateInputs, budget: RenderBudget, parse: TemplateCache['parse']) {
    this.prompt = prompt
    this.inputs = inputs
    this.budget = budget
    this.parse = parse
    this.startedAt = budget.now()
  }

  text(source: string, location: string): string {
    if (this.halted) return ''
    const parsed = this.parse(this.prompt.format, source)
    if (!parsed.ok) return this.fail(parsed.problem, location)
    if (parsed.template.placeholders.length > 0 && ++this.texts > MAX_TEXTS) {
      return this.fail(limitError(`The prompt has more than ${MAX_TEXTS} texts with placeholders.`).problem, location)
    }
    const rendered = renderTemplate(parsed.template, this.inputs, this.left())
    if (!rendered.ok) return this.fail(rendered.problem, location)
    this.written += rendered.text.length
    return rendered.text
  }

  private left(): RenderBudget {
    const { budget } = this
    const maxMs = Math.max(budget.maxMs - (budget.now() - this.startedAt), 0)
    return { ...budget, maxOutput: budget.maxOutput - this.written, maxMs }
  }

  private fail(problem: TemplateProblem, location: string): string {
    this.failures.push({ problem, location })
    // What is missing is gathered to the end; after anything else the rest is not worth its work.
    this.halted = problem.code !== 'missing_variables'
    return ''
  }

  /** What is wrong with the template comes before what is missing in the inputs. */
  failure(): Failure | undefined {
    const [first] = this.failures
    const wrong = this.failures.find(({ problem }) => problem.code !== 'missing_variables')
    if (first === undefined || wrong !== undefined) return wrong
    const names = this.failures.flatMap(({ problem }) => problem.names ?? [])
    return { problem: missingProblem(names, this.inputs, first.problem.position), location: first.location }
  }
}

/**
 * Renders every templated text of a prompt with the same inputs. Never throws.
 *
 * *shape*: the messages in their order; what is not templated is the same object. Output and time of `budget` hold for all texts
 * together.
 * *errors*: as `renderTemplate`; missing variables of all texts are reported at once, with the first place where one is missing.
 */
export function renderPrompt(
  prompt: PromptTemplate,
  inputs: TemplateInputs,
  budget: RenderBudget = DEFAULT_BUDGET,
  cache: Pick<TemplateCache, 'parse'> = { parse: parseTemplate },
): PromptRenderResult {
  const renderer = new PromptRenderer(prompt, inputs, budget, (format, source) => cache.parse(format, source))
  try {
    const { messages, responseFormat } = mapPromptTexts(prompt, (source, location) => renderer.text(source, location))
    const failure = renderer.failure()
    if (failure !== undefined) return { ok: false, ...failure }
    return responseFormat === undefined ? { ok: true, messages } : { ok: true, messages, responseFormat }
  } catch (error) {
    return { ok: false, problem: problemOf(error), location: 'response_format' }
  }
}
