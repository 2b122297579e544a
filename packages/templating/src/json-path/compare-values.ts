import { compareCodePoints } from '../code-point-order.ts'
import { limitError, MAX_DATA_DEPTH } from '../template-limits.ts'
import { PyFloat } from '../python/number.ts'
import type { ComparisonOperator } from './ast.ts'

const numeric = (value: unknown): number | bigint | undefined => {
  if (typeof value === 'number' || typeof value === 'bigint') return value
  return value instanceof PyFloat ? value.value : undefined
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

function sameArrays(left: readonly unknown[], right: readonly unknown[], depth: number): boolean {
  return left.length === right.length && left.every((item, index) => sameAt(item, right[index], depth + 1))
}

function sameObjects(left: object, right: object, depth: number): boolean {
  const others = new Map<string, unknown>(Object.entries(right))
  const own: [string, unknown][] = Object.entries(left)
  return own.length === others.size && own.every(([key, value]) => others.has(key) && sameAt(value, others.get(key), depth + 1))
}

function sameAt(left: unknown, right: unknown, depth: number): boolean {
  if (depth > MAX_DATA_DEPTH) throw limitError(`Values nested deeper than ${MAX_DATA_DEPTH} levels cannot be compared.`)
  const leftNumber = numeric(left)
  const rightNumber = numeric(right)
  // oxlint-disable-next-line eqeqeq -- only the loose operator compares a number with a bigint by value
  if (leftNumber !== undefined && rightNumber !== undefined) return leftNumber == rightNumber
  if (!isObject(left) || !isObject(right) || leftNumber !== undefined || rightNumber !== undefined) return left === right
  if (Array.isArray(left) || Array.isArray(right)) {
    return Array.isArray(left) && Array.isArray(right) && sameArrays(left, right, depth)
  }
  return sameObjects(left, right, depth)
}

function isLess(left: unknown, right: unknown): boolean {
  const leftNumber = numeric(left)
  const rightNumber = numeric(right)
  if (leftNumber !== undefined && rightNumber !== undefined) return leftNumber < rightNumber
  return typeof left === 'string' && typeof right === 'string' && compareCodePoints(left, right) < 0
}

/** RFC 9535, 2.3.5.2.2: undefined stands for *nothing*, which equals only itself. */
export function compareValues(operator: ComparisonOperator, left: unknown, right: unknown): boolean {
  if (operator === '==') return sameAt(left, right, 0)
  if (operator === '!=') return !sameAt(left, right, 0)
  if (operator === '<') return isLess(left, right)
  if (operator === '>') return isLess(right, left)
  return (operator === '<=' ? isLess(left, right) : isLess(right, left)) || sameAt(left, right, 0)
}
