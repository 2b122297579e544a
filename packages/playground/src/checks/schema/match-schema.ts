import type { JsonSchema } from '../check.ts'
import { instanceTexts } from './instance-texts.ts'
import { meterSchema } from './meter-schema.ts'
import { PatternFault } from './schema-fault.ts'
import { checkSchema, type SchemaCheck, type Violation } from './schema-violations.ts'
import { settlePatterns } from './settle-patterns.ts'
import { type CountSteps, TooMuchWork, UNCOUNTED } from './too-much-work.ts'

/** The most of a schema's and a value's letters that are looked at. */
const MAX_SCHEMA = 256_000
const MAX_VALUE = 1_000_000

export type SchemaMatch = SchemaCheck | { readonly ok: false; readonly isTooMuch: true }

const TOO_MUCH = { ok: false, isTooMuch: true } as const

/** Holds a value against somebody's schema, in bounded time: neither its patterns nor its references can make it run for ever. */
export function matchSchema(schema: JsonSchema, value: unknown, count: CountSteps = UNCOUNTED): SchemaMatch {
  try {
    if (JSON.stringify(schema).length > MAX_SCHEMA || (JSON.stringify(value)?.length ?? 0) > MAX_VALUE) return TOO_MUCH
    const texts = instanceTexts(value)
    const settled = settlePatterns(toNode(schema), texts, count)
    const metered = meterSchema(settled.schema, texts.longestList, count)
    const checked = checkSchema(metered.schema as Readonly<Record<string, unknown>>, value)
    if (metered.isSpent()) return TOO_MUCH
    return checked.ok
      ? { ok: true, violations: checked.violations.map((violation) => withOriginal(violation, settled.originalOf)) }
      : checked
  } catch (error) {
    // A range error: nested deeper than anybody nests, or deeper than the stack.
    if (error instanceof TooMuchWork || error instanceof RangeError) return TOO_MUCH
    if (error instanceof PatternFault) return { ok: false, ...error.told }
    throw error
  }
}

const toNode = (schema: JsonSchema): Readonly<Record<string, unknown>> => (typeof schema === 'boolean' ? { allOf: [schema] } : schema)

function withOriginal(violation: Violation, originalOf: (settled: string) => string): Violation {
  const { expected } = violation
  return expected.kind === 'pattern' ? { ...violation, expected: { kind: 'pattern', pattern: originalOf(expected.pattern) } } : violation
}
