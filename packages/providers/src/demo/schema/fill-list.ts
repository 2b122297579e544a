import type { JsonSchema } from '../chat-request.ts'
import { amountsIn } from '../find/amounts.ts'
import { finderFor } from '../find/finders.ts'
import { labelledValue } from '../find/labelled.ts'
import { isRecord, ownValue } from '../json-value.ts'
import { numbersIn } from '../language/numbers.ts'
import { sentencesOf } from '../language/segment.ts'
import { readList } from '../skills/arrange/read-list.ts'
import { scoreOptions } from '../skills/choose/score-options.ts'
import type { FillContext } from './fill-context.ts'
import { fitNumber } from './fit-number.ts'
import { fitText } from './fit-text.ts'
import { found, lacking, type Filled } from './filled.ts'
import type { Property } from './property.ts'

/** What the list is to hold, in order: labels that fit, things of the kind its name tells, the items of a labelled list, numbers. */
function itemsFor(items: JsonSchema, property: Property, context: FillContext): readonly unknown[] {
  const labels = ownValue(items, 'enum')
  if (Array.isArray(labels)) {
    const options = labels.filter((label): label is string => typeof label === 'string').map((label) => ({ label, description: '' }))
    return scoreOptions(context.text, options)
      .filter(({ score }) => score >= 0.4)
      .map(({ option }) => option.label)
  }
  const stated = labelledValue(context.said, property.words)
  const type = ownValue(items, 'type')
  if (type === 'number' || type === 'integer') {
    const amounts = /\b(?:amounts?|prices?|costs?)\b/u.test(property.words) ? amountsIn(stated ?? context.text) : []
    const values = (amounts.length > 0 ? amounts : numbersIn(stated ?? context.text)).map(({ value }) => value)
    return values.filter((value) => fitNumber(value, items, type === 'integer') === value)
  }
  if (type !== 'string' && type !== undefined) return []
  const finder = finderFor(property.words) ?? finderFor(property.description)
  const places = finder?.find(stated ?? context.text).map(({ text }) => text) ?? []
  const texts = places.length > 0 || stated === null ? places : (readList(stated)?.items ?? [stated])
  return texts.map((text) => fitText(text, items)).filter((text) => text !== null && text !== '')
}

const countOf = (schema: JsonSchema, key: string, otherwise: number): number => {
  const value = ownValue(schema, key)
  return typeof value === 'number' ? value : otherwise
}
const MOST_ADDED = 100

/** Objects are read sentence by sentence: each that gives a value for one of their properties makes one. */
function objectsFor(items: JsonSchema, property: Property, context: FillContext): readonly unknown[] {
  const lines = context.text.split('\n').filter((line) => line.trim() !== '')
  const pieces = lines.length > 1 ? lines : sentencesOf(context.text)
  return pieces
    .slice(0, MOST_ADDED)
    .map((text) => context.fill(items, property, { ...context, whole: text, text, said: text, depth: context.depth + 1 }))
    .filter((filled) => filled.isFound)
    .map((filled) => filled.value)
}

/** A list in the bounds of its schema. What is missing to the least length is filled up with values that keep to the schema. */
export function fillList(schema: JsonSchema, property: Property, context: FillContext): Filled {
  const declared = ownValue(schema, 'items')
  const items = isRecord(declared) ? declared : {}
  const isOfObjects =
    ownValue(items, 'type') === 'object' || isRecord(ownValue(items, 'properties')) || ownValue(items, '$ref') !== undefined
  const all = isOfObjects ? objectsFor(items, property, context) : itemsFor(items, property, context)
  const unique = ownValue(schema, 'uniqueItems') === true || !isOfObjects ? [...new Set(all)] : all
  const values = unique.slice(0, countOf(schema, 'maxItems', Number.POSITIVE_INFINITY))
  const least = Math.min(countOf(schema, 'minItems', 0), MOST_ADDED)
  while (values.length < least) values.push(context.fill(items, property, { ...context, depth: context.depth + 1 }).value)
  return unique.length > 0 ? found(values) : lacking(values)
}
