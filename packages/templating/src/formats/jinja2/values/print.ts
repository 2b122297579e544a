import { pyRepr } from '../../../python/repr.ts'
import { refusal } from '../failure.ts'
import type { Run } from '../run.ts'
import { PyObject, type Value } from './value.ts'

const MAX_DIGITS = 4300
const TOO_LARGE = 10n ** BigInt(MAX_DIGITS)

const extension = (value: object, inner: (part: unknown) => string): string | undefined =>
  value instanceof PyObject ? value.repr(inner) : undefined

function refuseLongInteger(value: Value): void {
  if (typeof value === 'bigint' && (value >= TOO_LARGE || value <= -TOO_LARGE)) {
    throw refusal(`An integer of more than ${MAX_DIGITS} digits cannot be printed.`)
  }
}

/** Python's `repr`. */
export function toRepr(run: Run, value: Value): string {
  refuseLongInteger(value)
  const text = pyRepr(value, extension, run.maxLength)
  run.text(text.length)
  return text
}

/** Python's `str`: what an output tag prints. */
export function toStr(run: Run, value: Value): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value)
  if (value instanceof PyObject) return value.str((inner) => toRepr(run, inner as Value))
  return toRepr(run, value)
}
