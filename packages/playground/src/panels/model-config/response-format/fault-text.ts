import type { Say } from '../../../messages/use-text.ts'
import type { JsonFault } from './read-json.ts'
import type { DraftProblem } from './schema-draft.ts'
import type { SchemaFault } from './schema-problems.ts'

const JSON_TEXTS = {
  empty: 'jsonEmpty',
  end: 'jsonEnd',
  value: 'jsonValue',
  key: 'jsonKey',
  colon: 'jsonColon',
  after: 'jsonAfter',
  string: 'jsonString',
  number: 'jsonNumber',
  deep: 'jsonDeep',
} as const

const SCHEMA_TEXTS = {
  object: 'schemaObject',
  properties: 'schemaProperties',
  required: 'schemaRequired',
  enum: 'schemaEnum',
  items: 'schemaItems',
  list: 'schemaList',
  number: 'schemaNumber',
  text: 'schemaText',
  pattern: 'schemaPattern',
  strictAdditional: 'strictAdditional',
} as const

export function jsonFaultText(fault: JsonFault, say: Say<'modelConfig'>): string {
  if (fault.code === 'comma') return say('jsonComma', { where: say(fault.where === 'object' ? 'whereObject' : 'whereList') })
  if (fault.code === 'duplicate') return say('jsonDuplicate', { name: fault.name })
  return say(JSON_TEXTS[fault.code])
}

function schemaFaultText(fault: SchemaFault, say: Say<'modelConfig'>): string {
  if (fault.code === 'type') return say('schemaType', { type: fault.type })
  if (fault.code === 'requiredUnknown') return say('schemaRequiredUnknown', { name: fault.name })
  if (fault.code === 'strictRequired') return say('strictRequired', { name: fault.name })
  return say(SCHEMA_TEXTS[fault.code])
}

export const faultText = ({ fault }: DraftProblem, say: Say<'modelConfig'>): string =>
  fault.kind === 'json' ? jsonFaultText(fault.fault, say) : schemaFaultText(fault.fault, say)

/** A problem with its line, and its column or its path in the schema. */
export function placedText(problem: DraftProblem, say: Say<'modelConfig'>): string {
  const { line, column, path } = problem
  const message = faultText(problem, say)
  return path === null ? say('placed', { line, column, message }) : say('placedAt', { line, path, message })
}
