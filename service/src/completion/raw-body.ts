import { MESSAGE_ROLES, type Message, type ModelSettings, type RawRequest, type ResponseFormat } from '@vitrine/contracts'

/**
 * What a provider's own request body says, in our words. The dialects use the same names for much of it; what none of them knows is left
 * out. It is for traces and for reading the answer; what is sent is the body itself.
 */
type Body = RawRequest['body']
type Fields = Readonly<Record<string, unknown>>

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {})
const amount = (...values: readonly unknown[]): number | undefined => values.find((value) => typeof value === 'number')

export function settingsIn(model: string, body: Body): ModelSettings {
  const known = {
    temperature: amount(body['temperature']),
    topP: amount(body['top_p']),
    maxTokens: amount(body['max_completion_tokens'], body['max_output_tokens'], body['max_tokens']),
    seed: amount(body['seed']),
  }
  return { model, ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)) }
}

/** Whether JSON is asked for, whatever its schema. */
export function formatIn(body: Body): ResponseFormat | undefined {
  const formats = [
    body['response_format'],
    fieldsOf(body['text'])['format'],
    body['output_format'],
    fieldsOf(body['output_config'])['format'],
  ]
  const isJson = formats.some((format) => ['json_object', 'json_schema'].includes(String(fieldsOf(format)['type'])))
  return isJson ? { type: 'json_object' } : undefined
}

const textOf = (content: unknown): string => (typeof content === 'string' ? content : (JSON.stringify(content) ?? ''))

export function messagesIn(body: Body): readonly Message[] {
  const { messages, input, system, instructions } = body
  const spoken: readonly unknown[] = Array.isArray(messages) ? messages : Array.isArray(input) ? input : [{ role: 'user', content: input }]
  const written = [{ role: 'system', content: system ?? instructions }, ...spoken].map(fieldsOf)
  return written.flatMap(({ role: name, content }) => {
    const role = MESSAGE_ROLES.find((known) => known === name)
    return role === undefined || content === undefined || content === null ? [] : [{ role, content: textOf(content) }]
  })
}
