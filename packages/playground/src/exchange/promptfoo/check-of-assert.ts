import type { Check, JsonSchema } from '../../checks/check.ts'
import { parsedJson } from '../data/json-document.ts'
import { type JsonObject, isObject, member, numberMember, textMember } from '../data/json-object.ts'
import { namesAFile } from './names-a-file.ts'
import { modelOfProvider } from './provider-id.ts'

export interface ReadAssert {
  readonly check: Check
  /** Names of members that say more than the check can, `weight`. */
  readonly dropped: readonly string[]
}

const CARRIED: ReadonlySet<string> = new Set(['type', 'value', 'threshold', 'provider'])
/** With one of these the same words mean another test, or one that has to be run. */
const CHANGES_MEANING = ['transform', 'contextTransform', 'rubricPrompt', 'assert'] as const

function scalarText(value: unknown): string | null {
  if (typeof value === 'string') return namesAFile(value) ? null : value
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint' ? String(value) : null
}

function schemaOf(value: unknown): JsonSchema | null {
  if (typeof value === 'boolean' || isObject(value)) return value
  if (typeof value !== 'string' || !value.trim().startsWith('{')) return null
  const parsed = parsedJson(value)
  return parsed.ok && isObject(parsed.value) ? parsed.value : null
}

function textCheck(type: 'equals' | 'contains' | 'not-contains' | 'icontains', assert: JsonObject): Check | null {
  if (member(assert, 'value') === undefined) return type === 'equals' ? { type } : null
  const value = scalarText(member(assert, 'value'))
  return value === null ? null : { type, value }
}

function rubric(assert: JsonObject): Check | null {
  const text = scalarText(member(assert, 'value'))
  if (text === null) return null
  const provider = member(assert, 'provider')
  const judge = typeof provider === 'string' ? modelOfProvider(provider) : null
  if (provider !== undefined && judge?.kind !== 'model') return null
  const threshold = numberMember(assert, 'threshold')
  return {
    type: 'rubric',
    rubric: text,
    ...(judge?.kind === 'model' ? { model: judge.model } : {}),
    ...(threshold === undefined ? {} : { threshold }),
  }
}

function isJson(assert: JsonObject): Check | null {
  const value = member(assert, 'value')
  if (value === undefined || value === null || value === '') return { type: 'is-json' }
  const schema = schemaOf(value)
  return schema === null ? null : { type: 'matches-schema', schema }
}

function known(assert: JsonObject): Check | null {
  const type = textMember(assert, 'type')
  const threshold = numberMember(assert, 'threshold')
  switch (type) {
    case 'equals':
    case 'contains':
    case 'not-contains':
    case 'icontains':
      return textCheck(type, assert)
    case 'regex': {
      const pattern = scalarText(member(assert, 'value'))
      return pattern === null ? null : { type, pattern }
    }
    case 'is-json':
      return isJson(assert)
    case 'cost':
      return threshold === undefined ? null : { type: 'max-cost', maxCostUsd: threshold }
    case 'latency':
      return threshold === undefined ? null : { type: 'max-latency', maxLatencyMs: threshold }
    case 'llm-rubric':
      return rubric(assert)
    default:
      return null
  }
}

/** An assertion of a configuration as a check of ours; one that we do not have, or that runs something, is kept as it was written. */
export function checkOfAssert(assert: JsonObject): ReadAssert {
  const isPlain = CHANGES_MEANING.every((name) => member(assert, name) === undefined)
  const check = isPlain ? known(assert) : null
  if (check === null) return { check: { type: 'unknown', name: textMember(assert, 'type') ?? '', source: assert }, dropped: [] }
  return { check, dropped: Object.keys(assert).filter((name) => !CARRIED.has(name) && assert[name] !== undefined) }
}
