import type { JsonSchema } from '../chat-request.ts'
import { isRecord, ownValue } from '../json-value.ts'
import type { FillContext } from './fill-context.ts'
import type { Filled } from './filled.ts'
import { propertyOf, type Property } from './property.ts'

const MEASURES_OTHERS = /\b(?:confidence|probability|certainty|reason|explanation|rationale|justification)\b/u

/** All required properties, and of the others those that the text gives a value for. */
export function fillObject(schema: JsonSchema, _: Property, context: FillContext): Filled {
  const properties = ownValue(schema, 'properties')
  const required = ownValue(schema, 'required')
  const names = new Set([
    ...(isRecord(properties) ? Object.keys(properties) : []),
    ...(Array.isArray(required) ? required.filter((name): name is string => typeof name === 'string') : []),
  ])
  const places = [...names].map((name) => {
    const inner = isRecord(properties) ? ownValue(properties, name) : undefined
    return {
      name,
      schema: inner ?? {},
      property: propertyOf(name, isRecord(inner) ? ownValue(inner, 'description') : undefined, context.rules),
    }
  })
  // What is said of the other values can only be filled in when they are known.
  const later = places.filter(({ property }) => MEASURES_OTHERS.test(property.words))
  const filled = new Map<string, Filled>()
  for (const { name, schema: inner, property } of [...places.filter((place) => !later.includes(place)), ...later]) {
    const value = context.fill(inner, property, { ...context, depth: context.depth + 1 })
    filled.set(name, value)
    if (value.isFound) context.steps.push({ depth: 2, text: `${name}: ${JSON.stringify(value.value)}` })
    else context.steps.push({ depth: 3, text: `${name}: the text does not say` })
  }
  const object: Record<string, unknown> = {}
  for (const { name } of places) {
    const value = filled.get(name)
    const isWanted = value !== undefined && (value.isFound || (Array.isArray(required) && required.includes(name)))
    // A property named `__proto__` must stay a property.
    if (isWanted) Object.defineProperty(object, name, { value: value.value, enumerable: true, configurable: true, writable: true })
  }
  return { value: object, isFound: [...filled.values()].some(({ isFound }) => isFound) }
}
