import { compareCodePoints } from '../code-point-order.ts'
import { PyFloat } from '../python/number.ts'
import { stepsFor, stepsForEach } from '../step-meter.ts'
import { limitError, MAX_DATA_DEPTH } from '../template-limits.ts'
import type { ComparisonOperator } from './ast.ts'

const numeric = (value: unknown): number | bigint | undefined => {
  if (typeof value === 'number' || typeof value === 'bigint') return value
  return value instanceof PyFloat ? value.value : undefined
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !(value instanceof PyFloat)

/** Compares two values by RFC 9535, 2.3.5.2.2; undefined stands for *nothing*, which equals only itself. Large values cost more steps. */
export class Comparison {
  private readonly spend: (steps: number) => void

  constructor(spend: (steps: number) => void) {
    this.spend = spend
  }

  holds(operator: ComparisonOperator, left: unknown, right: unknown): boolean {
    if (operator === '==') return this.same(left, right, 0)
    if (operator === '!=') return !this.same(left, right, 0)
    if (operator === '<') return this.less(left, right)
    if (operator === '>') return this.less(right, left)
    return (operator === '<=' ? this.less(left, right) : this.less(right, left)) || this.same(left, right, 0)
  }

  private less(left: unknown, right: unknown): boolean {
    const leftNumber = numeric(left)
    const rightNumber = numeric(right)
    if (leftNumber !== undefined && rightNumber !== undefined) return leftNumber < rightNumber
    if (typeof left !== 'string' || typeof right !== 'string') return false
    this.spend(stepsFor(Math.min(left.length, right.length)))
    return compareCodePoints(left, right) < 0
  }

  private same(left: unknown, right: unknown, depth: number): boolean {
    if (depth > MAX_DATA_DEPTH) throw limitError(`Values nested deeper than ${MAX_DATA_DEPTH} levels cannot be compared.`)
    this.spend(typeof left === 'string' ? stepsFor(left.length) : 1)
    const leftNumber = numeric(left)
    const rightNumber = numeric(right)
    // oxlint-disable-next-line eqeqeq -- only the loose operator compares a number with a bigint by value
    if (leftNumber !== undefined && rightNumber !== undefined) return leftNumber == rightNumber
    if (!isObject(left) || !isObject(right)) return left === right
    if (Array.isArray(left) && Array.isArray(right)) return this.sameItems(left, right, depth + 1)
    return !Array.isArray(left) && !Array.isArray(right) && this.sameMembers(left, right, depth + 1)
  }

  private sameItems(left: readonly unknown[], right: readonly unknown[], depth: number): boolean {
    return left.length === right.length && left.every((item, index) => this.same(item, right[index], depth))
  }

  private sameMembers(left: object, right: object, depth: number): boolean {
    const others = new Map<string, unknown>(Object.entries(right))
    const own: [string, unknown][] = Object.entries(left)
    this.spend(stepsForEach(own.length + others.size))
    return own.length === others.size && own.every(([key, value]) => others.has(key) && this.same(value, others.get(key), depth))
  }
}
