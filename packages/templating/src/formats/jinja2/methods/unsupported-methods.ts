import { isMapping } from '../values/mapping.ts'
import { numericOf } from '../values/numeric.ts'
import { textOf } from '../values/markup.ts'
import type { Value } from '../values/value.ts'

const TEXT: ReadonlySet<string> = new Set(['encode', 'translate', 'maketrans'])
const NUMBER: ReadonlySet<string> = new Set(['to_bytes', 'from_bytes', 'hex', 'fromhex'])

/** Methods that Python has but a template may not call: they deal with bytes and types, which templates have no use for. */
export function isUnsupportedMethod(value: Value, name: string): boolean {
  if (textOf(value) !== undefined) return TEXT.has(name)
  if (numericOf(value) !== undefined) return NUMBER.has(name)
  return name === 'fromkeys' && isMapping(value)
}
