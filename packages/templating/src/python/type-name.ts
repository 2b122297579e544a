import { PyFloat } from './number.ts'

export type PyTypeName = 'str' | 'bool' | 'NoneType' | 'int' | 'float' | 'list' | 'dict'

/** What Python would call the type of a value, under the package's rule for ints and floats (see `PyFloat`). */
export function pyTypeName(value: unknown): PyTypeName {
  if (typeof value === 'string') return 'str'
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float'
  if (typeof value === 'bigint') return 'int'
  if (typeof value === 'boolean') return 'bool'
  if (value === null || value === undefined) return 'NoneType'
  if (value instanceof PyFloat) return 'float'
  return Array.isArray(value) ? 'list' : 'dict'
}
