import { formatValue as formatPython } from '../../../python/format-spec.ts'
import { FormatRangeError, FormatSpecError } from '../../../python/format-spec-error.ts'
import { PyFloat } from '../../../python/number.ts'
import { limitError } from '../../../template-limits.ts'
import { refusal } from '../failure.ts'
import type { Run } from '../run.ts'
import { textOf } from '../values/markup.ts'
import { toStr } from '../values/print.ts'
import { typeName } from '../values/type-name.ts'
import type { Value } from '../values/value.ts'

function formatScalar(value: string | number | bigint | boolean | PyFloat, spec: string): string {
  try {
    return formatPython(value, spec)
  } catch (error) {
    if (error instanceof FormatRangeError) throw limitError(error.message)
    if (error instanceof FormatSpecError) throw refusal(error.message)
    throw error
  }
}

/** Python's `format(value, spec)`. */
export function formatValue(run: Run, value: Value, spec: string): string {
  if (spec === '') return toStr(run, value)
  const scalar = textOf(value) ?? value
  if (scalar === null || (typeof scalar === 'object' && !(scalar instanceof PyFloat))) {
    throw refusal(`A value of type '${typeName(value)}' takes no format specification; remove "${spec}".`)
  }
  const text = formatScalar(scalar, spec)
  run.text(text.length)
  return text
}
