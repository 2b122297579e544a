import type { TemplateFormat } from '@vitrine/contracts'
import { parseTemplate, renderTemplate, type TemplateInputs, type TemplateProblem } from '@vitrine/templating'

export type RenderedText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing'; readonly names: readonly string[] }
  | { readonly kind: 'problem'; readonly problem: TemplateProblem }

/** One message for one case, by the engine that the service uses: what is shown is what is sent. */
export function renderedText(format: TemplateFormat, source: string, inputs: TemplateInputs): RenderedText {
  const parsed = parseTemplate(format, source)
  const rendered = parsed.ok ? renderTemplate(parsed.template, inputs) : parsed
  if (rendered.ok) return { kind: 'text', text: 'text' in rendered ? rendered.text : '' }
  const { problem } = rendered
  if (problem.code === 'missing_variables') return { kind: 'missing', names: problem.names ?? [] }
  return { kind: 'problem', problem }
}
