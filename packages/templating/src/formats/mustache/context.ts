import { ownMember } from '../../json-path/own-values.ts'
import { PyFloat } from '../../python/number.ts'
import { stepsForEach, type StepMeter } from '../../step-meter.ts'
import { TemplateError } from '../../template-error.ts'
import type { TemplateValue } from '../../template-format.ts'
import type { MustacheName } from './ast.ts'

/** The values that sections have opened, the innermost first. */
export interface Context {
  readonly value: TemplateValue
  readonly outer: Context | undefined
}

type Found = { readonly value: unknown } | undefined

function memberOf(value: unknown, segment: string): Found {
  if (!Array.isArray(value)) return ownMember(value, segment)
  const index = /^[0-9]+$/.test(segment) ? Number(segment) : value.length
  return index < value.length ? { value: value[index] } : undefined
}

function firstMember(context: Context, segment: string, meter: StepMeter): Found {
  for (let at: Context | undefined = context; at !== undefined; at = at.outer) {
    meter.spend(1)
    const found = ownMember(at.value, segment)
    if (found !== undefined) return found
  }
  return undefined
}

/**
 * The value of a name; undefined where it is missing. The first segment is looked for as a member of every context, the rest only
 * inside what that found, where digits count the items of a list.
 *
 * @throws TemplateError `template_forbidden` for a lambda
 */
export function lookUp(context: Context, name: MustacheName, meter: StepMeter): TemplateValue | undefined {
  const [first, ...rest] = name.segments
  let found: Found = first === undefined ? { value: context.value } : firstMember(context, first, meter)
  for (const segment of rest) {
    if (found === undefined) return undefined
    meter.spend(1)
    found = memberOf(found.value, segment)
  }
  if (typeof found?.value === 'function') {
    throw new TemplateError({
      code: 'template_forbidden',
      message: `\`${name.text}\` is a function, and lambdas are not available. Give it a value.`,
      cause: { kind: 'function-value', values: { name: name.text } },
    })
  }
  // Only parts of the inputs are ever found.
  return found?.value as TemplateValue | undefined
}

/** Missing, null, false, zero, and everything empty. */
export function isFalse(value: TemplateValue | undefined, meter: StepMeter): boolean {
  if (value === undefined || value === null || value === false || value === '') return true
  if (typeof value === 'number' || typeof value === 'bigint') return value === 0 || value === 0n
  if (value instanceof PyFloat) return value.value === 0
  if (Array.isArray(value)) return value.length === 0
  if (typeof value !== 'object') return false
  const { length } = Object.keys(value)
  meter.spend(stepsForEach(length))
  return length === 0
}
