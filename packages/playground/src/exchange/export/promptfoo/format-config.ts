import { type ResponseFormat, toWire } from '@vitrine/contracts'
import { convertTemplate, renderPrompt, variablesOfPrompt } from '@vitrine/templating'
import { isList, isObject } from '../../data/json-object.ts'
import { hasNunjucks } from '../../promptfoo/nunjucks-text.ts'
import type { ExportVariant } from '../export-source.ts'
import type { LossList } from '../loss.ts'

type Config = Readonly<Record<string, unknown>>

/** Every text in it, as `change` makes it. */
function mapped(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (isList(value)) return value.map((item) => mapped(item, change))
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([name, held]) => [name, mapped(held, change)])) : value
}

/** With its placeholders in the language of the other tool, which fills a schema in twice: a brace that is meant as it stands does not last. */
function converted(responseFormat: ResponseFormat, { templateFormat, name }: ExportVariant, losses: LossList): unknown {
  return mapped(toWire({ responseFormat }).response_format, (text) => {
    const result = convertTemplate(text, templateFormat, 'jinja2')
    const written = result.ok ? result.text : text
    if (!result.ok || result.notes.length > 0 || hasNunjucks(written.replaceAll(/\{\{ [\p{L}_][\p{L}\p{N}_.]* \}\}/gu, ''))) {
      losses.add('template', { text: text.slice(0, 80), variant: name })
    }
    return written
  })
}

/**
 * The form that the answer must have. A schema is passed through as it is: where the other tool knows of it, it rewrites the answer as
 * the JSON that it read. Only one that has to be filled in, and one for Responses, stands where the other tool looks.
 */
export function formatConfig(
  variant: ExportVariant,
  isResponses: boolean,
  losses: LossList,
): { readonly config: Config; readonly passthrough: Config } {
  const { templateFormat: format, llmConfig } = variant
  const { responseFormat } = llmConfig
  if (responseFormat === undefined) return { config: {}, passthrough: {} }
  const isFilledIn = variablesOfPrompt({ format, messages: [], responseFormat }).variables.length > 0
  if (isFilledIn) return { config: { response_format: converted(responseFormat, variant, losses) }, passthrough: {} }
  const rendered = renderPrompt({ format, messages: [], responseFormat }, {})
  const final = toWire({ responseFormat: (rendered.ok ? rendered.responseFormat : undefined) ?? responseFormat })
  return responseFormat.type === 'json_schema' && !isResponses ? { config: {}, passthrough: final } : { config: final, passthrough: {} }
}
