import type { JsonSchema } from '../chat-request.ts'
import { amountsIn } from '../find/amounts.ts'
import { datesIn } from '../find/dates.ts'
import { labelledValue } from '../find/labelled.ts'
import { wordsOf } from '../language/segment.ts'
import { stemOf } from '../language/stem.ts'
import { numbersIn } from '../language/numbers.ts'
import { UNITS } from '../skills/count/units.ts'
import type { FillContext } from './fill-context.ts'
import { found, lacking, type Filled } from './filled.ts'
import { boundsOf, fitNumber, type Bounds } from './fit-number.ts'
import { kindnessOf, urgencyOf } from './measures.ts'
import { nearestNumber } from './nearest-number.ts'
import type { Property } from './property.ts'

const URGENCY = /\b(?:urgency|urgent|priority|severity|importance)\b/u
const KINDNESS = /\b(?:rating|score|stars?|sentiment|satisfaction|positivity|polarity|mood)\b/u
const MONEY = /\b(?:amount|price|cost|total|sum|fee|budget|salary|revenue|payment|charge|subtotal|balance|due|paid|spent|usd|eur)\b/u
const SURE = /\b(?:confidence|probability|certainty)\b/u

/** A scale is bounded by the schema or by the prompt: `from 1 (can wait) to 3 (today)`, `1-5`. */
function scaleBounds(property: Property, bounds: Bounds): { readonly min: number; readonly max: number } | null {
  if (bounds.min !== null && bounds.max !== null) return { min: bounds.min, max: bounds.max }
  const stated = /(-?\d+(?:\.\d+)?)\s*(?:\([^)]*\)\s*)?(?:to|-|–|…|\.\.+|and|through)\s*(-?\d+(?:\.\d+)?)/u.exec(property.hint)
  return stated === null ? null : { min: Number(stated[1]), max: Number(stated[2]) }
}

/** `3 (today)`: where the prompt says what the ends of a scale mean, the words decide which end is the pressing one. */
function isFalling(property: Property, max: number): boolean {
  const top = new RegExp(String.raw`(?<!\d)${max}\s*(?:\(|=|:|is|means)\s*([^),;.]+)`, 'iu').exec(property.hint)?.[1]
  return (
    top !== undefined &&
    /\b(?:can wait|low(?:est)?|not urgent|no hurry|whenever|minor|trivial|worst|bad|poor|negative|terrible)\b/iu.test(top)
  )
}

function onScale(share: number, property: Property, bounds: Bounds, fallback: { readonly min: number; readonly max: number }): number {
  const { min, max } = scaleBounds(property, bounds) ?? fallback
  return min + (isFalling(property, max) ? 1 - share : share) * (max - min)
}

/** The amount that the text calls by the property's name. */
function amountNear(property: Property, text: string): number | null {
  const stems = new Set(property.words.split(' ').map(stemOf))
  const near = amountsIn(text).find(({ at }) => wordsOf(text.slice(Math.max(0, at - 30), at)).some((word) => stems.has(stemOf(word.text))))
  return near?.value ?? null
}

function read(schema: JsonSchema, isWhole: boolean, property: Property, context: FillContext): number | null {
  const bounds = boundsOf(schema, isWhole)
  const stated = labelledValue(context.said, property.words)
  const labelled = stated === null ? undefined : (amountsIn(stated)[0] ?? numbersIn(stated)[0])
  if (labelled !== undefined) return labelled.value
  if (URGENCY.test(property.words)) return onScale(urgencyOf(context.text), property, bounds, { min: 1, max: 5 })
  const unit = UNITS.find(
    (each) =>
      each.pattern.test(property.words) && /\b(?:count|number|total|how many)\b/u.test(`${property.words} ${property.hint.toLowerCase()}`),
  )
  if (unit !== undefined) return unit.count(context.whole)
  if (/\byear\b/u.test(property.words)) {
    const year = datesIn(context.text).find(({ iso }) => iso !== null)?.iso ?? /(?<!\d)(?:1\d|2[01])\d\d(?!\d)/u.exec(context.text)?.[0]
    return year === undefined || year === null ? null : Number(year.slice(0, 4))
  }
  const near = amountNear(property, context.text) ?? nearestNumber(context.text, property)
  if (MONEY.test(property.words)) return near ?? amountsIn(context.text)[0]?.value ?? null
  if (near !== null) return near
  if (KINDNESS.test(property.words))
    return onScale(
      kindnessOf(context.text),
      property,
      bounds,
      /sentiment|polarity/u.test(property.words) ? { min: -1, max: 1 } : { min: 1, max: 5 },
    )
  if (SURE.test(property.words)) return context.choices.at(-1)?.options[0]?.probability ?? null
  return null
}

/** A number that the text states for the property, or that a measure of the text gives; made to fit the schema. */
export function fillNumber(schema: JsonSchema, isWhole: boolean, property: Property, context: FillContext): Filled {
  const value = read(schema, isWhole, property, context)
  const fitted = fitNumber(value ?? 0, schema, isWhole)
  return value === null ? lacking(fitted) : found(isWhole ? fitted : Math.round(fitted * 1e6) / 1e6)
}
