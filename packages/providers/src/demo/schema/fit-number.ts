import type { JsonSchema } from '../chat-request.ts'
import { ownValue } from '../json-value.ts'

const numberAt = (schema: JsonSchema, key: string): number | null => {
  const value = ownValue(schema, key)
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

export interface Bounds {
  readonly min: number | null
  readonly max: number | null
}

/** The bounds that a schema sets, both included: an excluded one is moved by the step. */
export function boundsOf(schema: JsonSchema, isWhole: boolean): Bounds {
  const step = numberAt(schema, 'multipleOf') ?? (isWhole ? 1 : 1e-6)
  const [above, below] = [numberAt(schema, 'exclusiveMinimum'), numberAt(schema, 'exclusiveMaximum')]
  const low = [numberAt(schema, 'minimum'), above === null ? null : above + step].filter((bound) => bound !== null)
  const high = [numberAt(schema, 'maximum'), below === null ? null : below - step].filter((bound) => bound !== null)
  return { min: low.length === 0 ? null : Math.max(...low), max: high.length === 0 ? null : Math.min(...high) }
}

/** The nearest number that the schema allows. */
export function fitNumber(value: number, schema: JsonSchema, isWhole: boolean): number {
  const { min, max } = boundsOf(schema, isWhole)
  const step = numberAt(schema, 'multipleOf')
  const whole = isWhole ? Math.round(value) : value
  const stepped = step === null || step <= 0 ? whole : Number((Math.round(whole / step) * step).toPrecision(12))
  const raised = min !== null && stepped < min ? (step === null ? (isWhole ? Math.ceil(min) : min) : Math.ceil(min / step) * step) : stepped
  return max !== null && raised > max ? (step === null ? (isWhole ? Math.floor(max) : max) : Math.floor(max / step) * step) : raised
}
