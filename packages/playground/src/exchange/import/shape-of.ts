import { type JsonObject, isList, isObject, member } from '../data/json-object.ts'
import type { FormatId } from './format-id.ts'

const has = (value: JsonObject, ...names: readonly string[]): boolean => names.every((name) => Object.hasOwn(value, name))

const isMessages = (value: unknown): boolean =>
  isList(value) && value.length > 0 && value.every((item) => isObject(item) && typeof member(item, 'role') === 'string')

/** Our own documents say what they are; a snapshot is known by its version beside prompt and rows. */
function ownDocument(value: JsonObject): FormatId | null {
  const kind = member(value, 'kind')
  if (kind === 'vitrine-configuration') return 'configuration'
  if (kind === 'vitrine-conversation') return 'conversation'
  return typeof member(value, 'v') === 'number' && (has(value, 'prompt') || has(value, 'rows') || has(value, 'variants'))
    ? 'snapshot'
    : null
}

/** A request to Gemini: the model is in its address. */
function isGeminiRequest(value: JsonObject): boolean {
  const contents = member(value, 'contents')
  const [first] = isList(contents) ? contents : [contents]
  return isObject(first) && isList(member(first, 'parts'))
}

const isRequest = (value: JsonObject): boolean =>
  isGeminiRequest(value) || (typeof member(value, 'model') === 'string' && (isMessages(member(value, 'messages')) || has(value, 'input')))

function isPromptfoo(value: JsonObject): boolean {
  const named = ['prompts', 'providers', 'tests', 'scenarios', 'defaultTest'].filter((name) => has(value, name))
  return named.length > 1 || (named.length === 1 && isList(member(value, 'tests')) && Object.keys(value).length <= 3)
}

/** What one line of a JSONL file, or one object of a list, is of. */
function rowShape(value: unknown): FormatId | null {
  if (!isObject(value)) return null
  if (isObject(member(value, 'item'))) return 'openai-evals'
  if (has(value, 'input', 'ideal')) return 'openai-evals'
  if (has(value, 'case', 'inputs', 'status') && isObject(member(value, 'inputs'))) return 'results-jsonl'
  return isMessages(member(value, 'messages')) ? 'fine-tune' : null
}

/** The format of a whole JSON value. */
export function shapeOfValue(value: unknown, isLineFile: boolean): FormatId {
  if (isList(value)) {
    const [first] = value
    const shape = value.length > 0 && value.every((item) => rowShape(item) === rowShape(first)) ? rowShape(first) : null
    return isMessages(value) ? 'request' : (shape ?? 'json')
  }
  if (!isObject(value)) return 'json'
  const own = ownDocument(value)
  if (own !== null) return own
  if (isLineFile) return rowShape(value) ?? 'jsonl'
  if (isRequest(value)) return 'request'
  if (isPromptfoo(value)) return 'promptfoo'
  return rowShape(value) ?? 'json'
}

/** The format of a file with one value a line: all lines must be alike to be more than objects. */
export function shapeOfLines(values: readonly unknown[]): FormatId {
  const [first] = values
  const shape = rowShape(first)
  return shape !== null && values.every((value) => rowShape(value) === shape) ? shape : 'jsonl'
}
