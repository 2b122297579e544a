import { inputsOfArguments, parseTemplate, renderTemplate, type TemplateProblem } from '@vitrine/templating'

/** What a call would be answered with, or why it could not be: what is given to try it with, or the expression. */
export type MockResult =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly at: 'arguments' }
  | { readonly ok: false; readonly at: 'template'; readonly problem: TemplateProblem }

/** The service's own rule: jinja2 over the arguments. The format has to be loaded before. */
export function mockResult(template: string, argumentsText: string): MockResult {
  const inputs = inputsOfArguments(argumentsText)
  const parsed = parseTemplate('jinja2', template)
  if (!parsed.ok) return { ok: false, at: 'template', problem: parsed.problem }
  if (inputs === null) return { ok: false, at: 'arguments' }
  const rendered = renderTemplate(parsed.template, inputs)
  return rendered.ok ? rendered : { ok: false, at: 'template', problem: rendered.problem }
}
