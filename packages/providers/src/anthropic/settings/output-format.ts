import type { JSONOutputFormat } from '@anthropic-ai/sdk/resources/messages/messages'
import type { ResponseFormat } from '@vitrine/contracts'
import type { ReportBuilder } from '../../dialect/settings-report.ts'
import type { ModelRules } from '../model-rules.ts'

/**
 * A response format as the Messages API has it: a schema that the answer is held to, or none.
 * @see https://platform.claude.com/docs/en/build-with-claude/structured-outputs
 */
export function toOutputFormat(
  format: ResponseFormat | undefined,
  { jsonSchema }: ModelRules,
  report: ReportBuilder,
): JSONOutputFormat | null {
  if (format === undefined || format.type === 'text') return null
  if (format.type === 'json_object') {
    report.drop('response_format', 'the Messages API knows JSON only by a schema: give one, or ask for JSON in the prompt')
    return null
  }
  const { description, schema, strict } = format.jsonSchema
  if (schema === undefined || !jsonSchema) {
    report.drop('response_format', jsonSchema ? 'it has no schema' : 'this model cannot be held to a schema: ask for JSON in the prompt')
    return null
  }
  if (description !== undefined) report.drop('response_format.json_schema.description', 'the Messages API takes the schema alone')
  if (strict === false)
    report.change('response_format.json_schema.strict', false, true, 'the Messages API always holds the answer to the schema')
  return { type: 'json_schema', schema: { ...schema } }
}
