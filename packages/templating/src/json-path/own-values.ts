import { PyFloat } from '../python/number.ts'

/** An own member of an object; undefined for anything inherited, for arrays and for scalars. */
export function ownMember(value: unknown, name: string): { readonly value: unknown } | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof PyFloat) return undefined
  const descriptor = Object.getOwnPropertyDescriptor(value, name)
  return descriptor?.enumerable === true ? { value: descriptor.value } : undefined
}

/** The values of an array or an object, in order; none for scalars. */
export function childrenOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (typeof value !== 'object' || value === null || value instanceof PyFloat) return []
  return Object.values(value)
}
