import { refusal } from '../failure.ts'
import { textOf } from './markup.ts'
import { demandInteger } from './numeric.ts'
import { typeName } from './type-name.ts'
import { demand } from './undefined.ts'
import type { Value } from './value.ts'

/** What was bound to the parameters, in order; undefined where it was left out. */
export type Bound = readonly (Value | undefined)[]

/** An argument that must be text. */
export function textArgument(value: Value | undefined, what: string): string {
  const text = value === undefined ? undefined : textOf(value)
  if (text !== undefined) return text
  if (value !== undefined) demand(value)
  throw refusal(`${what} must be text, not a value of type '${typeName(value ?? null)}'; use the string filter.`)
}

/** `none` means what leaving it out means. */
export const optionalText = (value: Value | undefined, what: string): string | undefined =>
  value === undefined || value === null ? undefined : textArgument(value, what)

export const optionalInteger = (value: Value | undefined, fallback: number, what: string): number =>
  value === undefined ? fallback : demandInteger(value, what)
