import type { ContentPart, Message, ResponseFormat, TemplateFormat } from '@vitrine/contracts'
import { limitError, MAX_DATA_DEPTH } from '../template-limits.ts'

/** What of a prompt is templated: message text, text parts, and keys and values of the response format. */
export interface PromptTemplate {
  readonly format: TemplateFormat
  readonly messages: readonly Message[]
  readonly responseFormat?: ResponseFormat
}

/** Gives the new text of one place; `location` names it as a wire path, `messages[1].content[0].text`. */
export type TextMapper = (source: string, location: string) => string

const mapPart = (part: ContentPart, location: string, map: TextMapper): ContentPart =>
  part.type === 'text' ? { ...part, text: map(part.text, `${location}.text`) } : part

function mapMessage(message: Message, location: string, map: TextMapper): Message {
  const { content } = message
  if (content === undefined || content === null) return message
  if (typeof content === 'string') return { ...message, content: map(content, `${location}.content`) }
  return { ...message, content: content.map((part, index) => mapPart(part, `${location}.content[${index}]`, map)) }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null)

function mapDeep(value: unknown, location: string, depth: number, map: TextMapper): unknown {
  if (depth > MAX_DATA_DEPTH) throw limitError(`\`${location.slice(0, 80)}…\` is nested deeper than ${MAX_DATA_DEPTH} levels.`)
  if (typeof value === 'string') return map(value, location)
  if (Array.isArray(value)) return value.map((item, index) => mapDeep(item, `${location}[${index}]`, depth + 1, map))
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const inner = `${location}.${key}`
      return [map(key, inner), mapDeep(item, inner, depth + 1, map)]
    }),
  )
}

function mapResponseFormat(format: ResponseFormat, map: TextMapper): ResponseFormat {
  if (format.type !== 'json_schema') return format
  // Rendering changes texts only, so the shape stays what it was.
  return { ...format, jsonSchema: mapDeep(format.jsonSchema, 'response_format.json_schema', 0, map) as typeof format.jsonSchema }
}

/**
 * A prompt with every templated text replaced; roles, names, tool calls, images and files are kept as they are.
 *
 * @throws TemplateError `template_limit` where the response format is nested too deeply
 */
export function mapPromptTexts(prompt: PromptTemplate, map: TextMapper): PromptTemplate {
  const messages = prompt.messages.map((message, index) => mapMessage(message, `messages[${index}]`, map))
  const { format, responseFormat } = prompt
  return responseFormat === undefined ? { format, messages } : { format, messages, responseFormat: mapResponseFormat(responseFormat, map) }
}
