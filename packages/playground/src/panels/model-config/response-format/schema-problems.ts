import { BOUND_KEYWORDS } from '../../../json-schema/bound-keywords.ts'
import type { JsonPath } from './read-json.ts'

export type SchemaFault =
  | { readonly code: 'object' | 'properties' | 'required' | 'enum' | 'items' | 'list' | 'number' | 'text' | 'pattern' | 'strictAdditional' }
  | { readonly code: 'type'; readonly type: string }
  | { readonly code: 'requiredUnknown' | 'strictRequired'; readonly name: string }

export interface SchemaProblem {
  readonly path: JsonPath
  readonly fault: SchemaFault
}

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
const own = (fields: Fields, name: string): unknown => (Object.hasOwn(fields, name) ? fields[name] : undefined)

const TYPES: ReadonlySet<unknown> = new Set(['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'])
const SCHEMA = ['additionalProperties', 'not', 'if', 'then', 'else', 'contains', 'propertyNames', 'additionalItems'] as const
const SCHEMA_LISTS = ['anyOf', 'oneOf', 'allOf', 'prefixItems'] as const
const SCHEMA_MAPS = ['properties', '$defs', 'definitions', 'patternProperties'] as const
const TEXTS = ['title', 'description', '$ref', 'format', '$id', '$schema'] as const

/**
 * What is wrong with a JSON Schema, as far as a provider would refuse it: a keyword with a value that it cannot have, and, where
 * `strict` is on, what strict providers want of every object. Keywords that nobody knows are left alone.
 */
export function schemaProblems(schema: unknown, strict: boolean): readonly SchemaProblem[] {
  const problems: SchemaProblem[] = []
  const add = (path: JsonPath, fault: SchemaFault) => void problems.push({ path, fault })

  function check(value: unknown, path: JsonPath): void {
    if (typeof value === 'boolean' && path.length > 0) return
    if (!isFields(value)) return add(path, { code: path.length === 0 ? 'object' : 'items' })
    checkType(value, path)
    checkValues(value, path)
    for (const name of SCHEMA) if (own(value, name) !== undefined) check(own(value, name), [...path, name])
    for (const name of SCHEMA_LISTS) checkList(own(value, name), [...path, name])
    for (const name of SCHEMA_MAPS) checkMap(own(value, name), [...path, name])
    const items = own(value, 'items')
    if (Array.isArray(items)) checkList(items, [...path, 'items'])
    else if (items !== undefined) check(items, [...path, 'items'])
    checkRequired(value, path)
  }

  function checkType(value: Fields, path: JsonPath): void {
    const type = own(value, 'type')
    if (type === undefined) return
    const types: readonly unknown[] = Array.isArray(type) ? type : [type]
    const wrong = types.find((one) => !TYPES.has(one) && !mayBeTemplate(one))
    if (wrong !== undefined || types.length === 0)
      add([...path, 'type'], { code: 'type', type: typeof wrong === 'string' ? wrong : JSON.stringify(wrong ?? []) })
  }

  function checkValues(value: Fields, path: JsonPath): void {
    const choices = own(value, 'enum')
    if (choices !== undefined && (!Array.isArray(choices) || choices.length === 0)) add([...path, 'enum'], { code: 'enum' })
    for (const name of BOUND_KEYWORDS) {
      const number = own(value, name)
      if (number !== undefined && typeof number !== 'number') add([...path, name], { code: 'number' })
    }
    for (const name of TEXTS) {
      const text = own(value, name)
      if (text !== undefined && typeof text !== 'string') add([...path, name], { code: 'text' })
    }
    const pattern = own(value, 'pattern')
    if (pattern !== undefined && !isPattern(pattern)) add([...path, 'pattern'], { code: 'pattern' })
  }

  function checkList(value: unknown, path: JsonPath): void {
    if (value === undefined) return
    if (!Array.isArray(value) || value.length === 0) return add(path, { code: 'list' })
    value.forEach((item: unknown, index) => check(item, [...path, index]))
  }

  function checkMap(value: unknown, path: JsonPath): void {
    if (value === undefined) return
    if (!isFields(value)) return add(path, { code: 'properties' })
    for (const [name, item] of Object.entries(value)) check(item, [...path, name])
  }

  function checkRequired(value: Fields, path: JsonPath): void {
    const required = own(value, 'required')
    const properties = own(value, 'properties')
    const names = isFields(properties) ? Object.keys(properties) : []
    if (required !== undefined && !(Array.isArray(required) && required.every((name) => typeof name === 'string')))
      return add([...path, 'required'], { code: 'required' })
    const listed: readonly unknown[] = Array.isArray(required) ? required : []
    listed.forEach((name, index) => {
      if (isFields(properties) && typeof name === 'string' && !names.includes(name))
        add([...path, 'required', index], { code: 'requiredUnknown', name })
    })
    if (!strict || !isFields(properties)) return
    if (own(value, 'additionalProperties') !== false) add(path, { code: 'strictAdditional' })
    const left = names.find((name) => !listed.includes(name))
    if (left !== undefined) add([...path, 'properties', left], { code: 'strictRequired', name: left })
  }

  check(schema, [])
  return problems
}

/** Formats are rendered before they are sent, so a placeholder may stand for what is wanted. */
const mayBeTemplate = (value: unknown): boolean => typeof value === 'string' && /\{[{%\w]/.test(value)

function isPattern(value: unknown): boolean {
  if (typeof value !== 'string') return false
  if (/\{[{%]/.test(value)) return true
  try {
    return new RegExp(value, 'u') instanceof RegExp
  } catch {
    return false
  }
}
