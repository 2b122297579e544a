import type { ModelSettings } from '@vitrine/contracts'
import { isList, isObject, member } from '../data/json-object.ts'
import { DocumentFault } from './document-fault.ts'
import { objectAt } from './read-members.ts'
import type { Shape } from './shape.ts'

interface Kind {
  readonly holds: (value: unknown) => boolean
  readonly mustBe: Shape
  /** Which ones, where only some are. */
  readonly names?: readonly string[]
}

const isText = (value: unknown): boolean => typeof value === 'string'
const text: Kind = { holds: isText, mustBe: 'text' }
const number: Kind = { holds: (value) => typeof value === 'number', mustBe: 'number' }
const flag: Kind = { holds: (value) => typeof value === 'boolean', mustBe: 'flag' }
const object: Kind = { holds: isObject, mustBe: 'object' }
const oneOf = (names: readonly string[]): Kind => ({ holds: (value) => names.some((name) => name === value), mustBe: 'one-of', names })
const typed = (names: readonly string[]): Kind => ({
  holds: (value) => isObject(value) && names.some((name) => name === member(value, 'type')),
  mustBe: 'typed',
  names,
})

function isTool(value: unknown): boolean {
  if (!isObject(value) || typeof member(value, 'type') !== 'string') return false
  const made = member(value, 'function')
  return member(value, 'type') !== 'function' || (isObject(made) && typeof member(made, 'name') === 'string')
}

function isFormat(value: unknown): boolean {
  if (!isObject(value)) return false
  const schema = member(value, 'jsonSchema')
  if (member(value, 'type') === 'json_schema') return isObject(schema) && typeof member(schema, 'name') === 'string'
  return ['text', 'json_object'].some((type) => type === member(value, 'type'))
}

const isChoice = (value: unknown): boolean =>
  ['none', 'auto', 'required'].some((word) => word === value) || (isObject(value) && isObject(member(value, 'function')))

/** What each setting has to be for the form to show it. Whether a model takes the value is said there, not here: a draft may be wrong. */
const SETTINGS: Readonly<Record<keyof ModelSettings, Kind>> = {
  model: text,
  temperature: number,
  topP: number,
  maxTokens: number,
  maxCompletionTokens: number,
  frequencyPenalty: number,
  presencePenalty: number,
  stop: { holds: (value) => isText(value) || (isList(value) && value.every(isText)), mustBe: 'texts' },
  seed: number,
  logprobs: flag,
  topLogprobs: number,
  reasoningEffort: text,
  thinking: typed(['enabled', 'disabled', 'adaptive']),
  responseFormat: { holds: isFormat, mustBe: 'format' },
  tools: { holds: (value) => isList(value) && value.every(isTool), mustBe: 'tools' },
  toolChoice: { holds: isChoice, mustBe: 'choice' },
  toolLoop: { holds: (value) => isObject(value) && isObject(member(value, 'results')), mustBe: 'results' },
  stream: flag,
  api: oneOf(['auto', 'chat', 'responses']),
  extraBody: object,
}

/** Settings as our own documents hold them. Members that are no settings are left out. */
export function readSettings(given: unknown, path: string): ModelSettings {
  const value = objectAt(given, path)
  const held = Object.entries(SETTINGS).filter(([name]) => member(value, name) !== undefined)
  for (const [name, { holds, mustBe, names }] of held) if (!holds(value[name])) throw new DocumentFault(`${path}.${name}`, mustBe, names)
  const model = member(value, 'model')
  if (typeof model !== 'string') throw new DocumentFault(`${path}.model`, 'text')
  return { ...Object.fromEntries(held.map(([name]) => [name, value[name]])), model }
}
