import { toFloat, type PyFloat } from '../../../python/number.ts'
import { limitError } from '../../../template-limits.ts'
import { refusal } from '../failure.ts'
import type { BinaryOperator } from '../parser/ast.ts'
import { zeroDivision } from './integer-math.ts'

/** The remainder with the divisor's sign. */
function modulo(left: number, right: number): number {
  const remainder = left % right
  if (remainder === 0) return right < 0 ? -0 : 0
  return remainder < 0 !== right < 0 ? remainder + right : remainder
}

function floorDivide(left: number, right: number): number {
  const quotient = (left - modulo(left, right)) / right
  if (quotient === 0) return left / right < 0 || Object.is(left / right, -0) ? -0 : 0
  const floor = Math.floor(quotient)
  return quotient - floor > 0.5 ? floor + 1 : floor
}

function power(left: number, right: number): number {
  if (left === 0 && right < 0) throw refusal('Zero cannot be raised to a negative power.')
  if (left < 0 && Number.isFinite(left) && !Number.isInteger(right) && Number.isFinite(right)) {
    throw refusal('A negative number has no real root of this kind; use abs first.')
  }
  if (left === 1 || right === 0) return 1
  const result = left ** right
  if (!Number.isFinite(result) && Number.isFinite(left) && Number.isFinite(right)) throw limitError('The power is too large for a float.')
  return result
}

function calculate(operator: BinaryOperator, left: number, right: number): number {
  if (operator === '+') return left + right
  if (operator === '-') return left - right
  if (operator === '*') return left * right
  if (operator === '**') return power(left, right)
  if (right === 0) throw zeroDivision()
  if (operator === '/') return left / right
  return operator === '%' ? modulo(left, right) : floorDivide(left, right)
}

/** Python's arithmetic where at least one operand is a float. */
export const floatMath = (operator: BinaryOperator, left: number, right: number): number | PyFloat =>
  toFloat(calculate(operator, left, right))
