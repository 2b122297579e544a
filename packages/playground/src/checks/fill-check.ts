import { renderPrompt, type TemplateInputs, type TemplateProblem } from '@vitrine/templating'
import type { Check } from './check.ts'

export type FilledCheck = { readonly ok: true; readonly check: Check } | { readonly ok: false; readonly problem: TemplateProblem }

/**
 * A check with the row's values in its `{{variables}}`, in the texts, names and values of a schema too. A value is inert: it is not read
 * as a template again. In a pattern it is part of the pattern.
 *
 * *errors*: those of the template engine; what is missing is named all at once.
 */
export function fillCheck(check: Check, inputs: TemplateInputs): FilledCheck {
  switch (check.type) {
    case 'equals':
    case 'contains':
    case 'not-contains':
    case 'icontains':
      return check.value === undefined ? { ok: true, check } : withText(check.value, inputs, (value) => ({ ...check, value }))
    case 'regex':
      return withText(check.pattern, inputs, (pattern) => ({ ...check, pattern }))
    case 'rubric':
      return withText(check.rubric, inputs, (rubric) => ({ ...check, rubric }))
    case 'matches-schema':
      return withSchema(check, inputs)
    default:
      return { ok: true, check }
  }
}

function withText(text: string, inputs: TemplateInputs, toCheck: (filled: string) => Check): FilledCheck {
  const rendered = renderPrompt({ format: 'curly', messages: [{ role: 'user', content: text }] }, inputs)
  if (!rendered.ok) return rendered
  const [message] = rendered.messages
  return { ok: true, check: toCheck(typeof message?.content === 'string' ? message.content : '') }
}

function withSchema(check: Extract<Check, { readonly type: 'matches-schema' }>, inputs: TemplateInputs): FilledCheck {
  if (typeof check.schema === 'boolean') return { ok: true, check }
  const responseFormat = { type: 'json_schema', jsonSchema: { name: 'check', schema: check.schema } } as const
  const rendered = renderPrompt({ format: 'curly', messages: [], responseFormat }, inputs)
  if (!rendered.ok) return rendered
  const schema = rendered.responseFormat?.type === 'json_schema' ? rendered.responseFormat.jsonSchema.schema : undefined
  return { ok: true, check: { ...check, schema: schema ?? check.schema } }
}
