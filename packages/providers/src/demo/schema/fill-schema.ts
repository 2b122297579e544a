import type { JsonSchema } from '../chat-request.ts'
import { isRecord, ownValue } from '../json-value.ts'
import type { FillContext } from './fill-context.ts'
import { fillEnum } from './fill-enum.ts'
import { fillFlag } from './fill-flag.ts'
import { fillList } from './fill-list.ts'
import { fillNumber } from './fill-number.ts'
import { fillObject } from './fill-object.ts'
import { fillText } from './fill-text.ts'
import { found, lacking, type Filled } from './filled.ts'
import type { Property } from './property.ts'
import { resolveSchema } from './resolve.ts'

const MOST_DEPTH = 10

function typesOf(schema: JsonSchema): readonly string[] {
  const type = ownValue(schema, 'type')
  if (typeof type === 'string') return [type]
  if (Array.isArray(type)) return type.filter((each): each is string => typeof each === 'string')
  if (isRecord(ownValue(schema, 'properties'))) return ['object']
  return isRecord(ownValue(schema, 'items')) ? ['array'] : ['string']
}

function fillType(type: string, schema: JsonSchema, property: Property, context: FillContext): Filled {
  if (type === 'object') return fillObject(schema, property, context)
  if (type === 'array') return fillList(schema, property, context)
  if (type === 'boolean') return fillFlag(property, context)
  if (type === 'number' || type === 'integer') return fillNumber(schema, type === 'integer', property, context)
  return type === 'null' ? lacking(null) : fillText(schema, property, context)
}

const isNull = (choice: unknown): boolean => isRecord(choice) && ownValue(choice, 'type') === 'null'

/** The first alternative that the text gives a value for; else null where that is allowed; else what keeps to the first. */
function firstFound(alternatives: readonly (() => Filled)[], isNullable: boolean): Filled {
  let fallback: Filled | null = null
  for (const alternative of alternatives) {
    const filled = alternative()
    if (filled.isFound) return filled
    fallback ??= filled
  }
  return isNullable || fallback === null ? lacking(null) : fallback
}

/**
 * Fills a JSON Schema with what a text says, by patterns: whatever it cannot find is null where the schema allows it, left out where it may
 * be, else the plainest value of its type. Always ends, however the schema refers to itself.
 */
export function fillSchema(schema: unknown, property: Property, context: FillContext): Filled {
  const resolved = resolveSchema(schema, context.root)
  const constant = ownValue(resolved, 'const')
  if (constant !== undefined) return found(constant)
  const values = ownValue(resolved, 'enum')
  if (Array.isArray(values) && values.length > 0) return fillEnum(values, property, context)
  const choices = ownValue(resolved, 'anyOf') ?? ownValue(resolved, 'oneOf')
  if (Array.isArray(choices) && choices.length > 0 && context.depth <= MOST_DEPTH && context.budget.left-- > 0) {
    const others = choices.filter((choice) => !isNull(choice))
    return firstFound(
      others.map((choice: unknown) => () => fillSchema(choice, property, { ...context, depth: context.depth + 1 })),
      others.length < choices.length,
    )
  }
  const types = typesOf(resolved)
  const possible = types.filter((type) => type !== 'null')
  const isNullable = possible.length < types.length
  if (context.depth > MOST_DEPTH || context.budget.left-- <= 0)
    return lacking(isNullable ? null : possible[0] === 'array' ? [] : possible[0] === 'object' ? {} : '')
  return firstFound(
    possible.map((type) => () => fillType(type, resolved, property, context)),
    isNullable || possible.length === 0,
  )
}
