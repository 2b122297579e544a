import type { JsonSchema } from '../chat-request.ts'
import { isRecord } from '../json-value.ts'

const LISTED =
  /\b(?:keys?|fields?|propert(?:y|ies)|attributes?|columns?)\b[^\p{L}\n]*(?:named\s+|called\s+|are\s+|of\s+)?(?:the\s+)?([^.\n?!]+)/iu
const EXTRACTED = /\b(?:extract|return|give|find|get|list|output)\s+(?:me\s+)?(?:the\s+|all\s+)?([^.\n?!:]+?)\s+(?:from|as|in|into)\b/iu

/** The schema that an example's value shows: `"a|b"` is a choice, `["…"]` a list. */
function schemaLike(value: unknown): JsonSchema {
  if (Array.isArray(value)) return { type: 'array', items: value.length > 0 ? schemaLike(value[0]) : {} }
  if (isRecord(value)) return objectOf(Object.entries(value).map(([name, inner]) => [name, schemaLike(inner)]))
  if (typeof value === 'number') return { type: [Number.isInteger(value) ? 'integer' : 'number', 'null'] }
  if (typeof value === 'boolean') return { type: 'boolean' }
  const text = typeof value === 'string' ? value : ''
  if (/^[\w -]+(?:\s?\|\s?[\w -]+)+$/u.test(text)) return { enum: text.split('|').map((label) => label.trim()) }
  if (/^(?:number|integer|int|float)$/iu.test(text)) return { type: ['number', 'null'] }
  return /^bool(?:ean)?$/iu.test(text) ? { type: 'boolean' } : { type: ['string', 'null'] }
}

const objectOf = (properties: readonly (readonly [string, JsonSchema])[]): JsonSchema => ({
  type: 'object',
  properties: Object.fromEntries(properties),
  required: properties.map(([name]) => name),
})

/** What a key's name alone says of its type. */
function schemaByName(name: string): JsonSchema {
  const words = name.replace(/[_-]+/gu, ' ').toLowerCase()
  if (/^(?:is|has|was|can|should|needs|wants|contains)\b/u.test(words)) return { type: 'boolean' }
  if (/\b(?:age|count|quantity|amount|price|total|cost|score|rating|urgency|year|confidence)\b/u.test(words))
    return { type: ['number', 'null'] }
  if (/\b(?:keywords|tags|topics|emails|phones|names|dates|links|urls|people|companies|places|amounts)\b/u.test(words))
    return { type: 'array', items: { type: 'string' } }
  return { type: ['string', 'null'] }
}

const PROMPT_CHARACTERS = 4000

function exampleObject(prompt: string): JsonSchema | null {
  for (const { index } of prompt.slice(0, PROMPT_CHARACTERS).matchAll(/\{/gu)) {
    for (let end = prompt.indexOf('}', index); end !== -1 && end - index < 4000; end = prompt.indexOf('}', end + 1)) {
      try {
        const value: unknown = JSON.parse(prompt.slice(index, end + 1))
        if (isRecord(value) && Object.keys(value).length > 0) return schemaLike(value)
      } catch {
        continue
      }
    }
    const names = Array.from(prompt.slice(index, index + 4000).matchAll(/"([^"\n]{1,60})"\s*:/gu), (match) => match[1] ?? '')
    if (names.length > 0) return objectOf(names.map((name) => [name, schemaByName(name)]))
  }
  return null
}

/** The object that a prompt asks for where no schema does: by an example, or by the names it lists. Null where it does neither. */
export function schemaFromPrompt(prompt: string): JsonSchema | null {
  const example = exampleObject(prompt)
  if (example !== null) return example
  const list = LISTED.exec(prompt)?.[1] ?? EXTRACTED.exec(prompt)?.[1]
  const names = (list ?? '')
    .split(/\s*,\s*(?:and\s+)?|\s+and\s+/u)
    .map((name) => name.replace(/^[\s"'`(:]+|[\s"'`).:]+$/gu, '').replace(/^(?:the|a|an)\s+/iu, ''))
    .filter((name) => /^[\p{L}_][\p{L}\p{N}_ -]{0,40}$/u.test(name) && name.split(' ').length <= 3 && !/^json$/iu.test(name))
  return names.length === 0 ? null : objectOf(names.map((name) => [name.replace(/\s+/gu, '_'), schemaByName(name)]))
}
