import { toFloat, toInt, type PyFloat } from '../../../python/number.ts'
import { limitError } from '../../../template-limits.ts'
import { refusal } from '../failure.ts'
import type { BinaryOperator } from '../parser/ast.ts'

type Int = number | bigint

/** Larger integers are refused: nothing that long could be printed, and a few multiplications more would fill the memory. */
const MAX_BITS = 65_536
const LARGEST = 1n << BigInt(MAX_BITS)

const tooLarge = () => limitError(`An integer would have more than ${MAX_BITS} bits; calculate with smaller numbers.`)
export const zeroDivision = () => refusal('A number is divided by zero; test the divisor first.')

function bounded(value: bigint): Int {
  if (value > LARGEST || value < -LARGEST) throw tooLarge()
  return toInt(value)
}

const bitLength = (value: bigint): number => (value < 0n ? -value : value).toString(2).length

function floorDivide(left: bigint, right: bigint): bigint {
  const quotient = left / right
  return left % right !== 0n && left < 0n !== right < 0n ? quotient - 1n : quotient
}

/** Correctly rounded, also where neither integer fits a float: 66 bits of quotient, the last one set where something is left over. */
function trueDivide(left: bigint, right: bigint): number | PyFloat {
  if (left === 0n) return toFloat(0)
  const magnitude = left < 0n ? -left : left
  const divisor = right < 0n ? -right : right
  const shift = bitLength(magnitude) - bitLength(divisor) - 66
  const numerator = shift < 0 ? magnitude << BigInt(-shift) : magnitude
  const denominator = shift > 0 ? divisor << BigInt(shift) : divisor
  const quotient = numerator / denominator
  const value = Number(numerator % denominator === 0n ? quotient : quotient | 1n) * 2 ** shift
  if (!Number.isFinite(value)) throw limitError('The result of a division is too large for a float.')
  return toFloat(left < 0n !== right < 0n ? -value : value)
}

function power(base: bigint, exponent: bigint): number | bigint | PyFloat {
  if (exponent < 0n) {
    if (base === 0n) throw refusal('Zero cannot be raised to a negative power.')
    return toFloat(Number(base) ** Number(exponent))
  }
  if (base >= -1n && base <= 1n) return toInt(base === -1n && exponent % 2n === 0n ? 1n : exponent === 0n ? 1n : base)
  if (BigInt(bitLength(base)) * exponent > BigInt(MAX_BITS)) throw tooLarge()
  return bounded(base ** exponent)
}

function exact(operator: BinaryOperator, left: bigint, right: bigint): number | bigint | PyFloat {
  if (operator === '+') return bounded(left + right)
  if (operator === '-') return bounded(left - right)
  if (operator === '*') return bounded(left * right)
  if (operator === '**') return power(left, right)
  if (right === 0n) throw zeroDivision()
  if (operator === '/') return trueDivide(left, right)
  const quotient = floorDivide(left, right)
  return toInt(operator === '//' ? quotient : left - quotient * right)
}

/** The result where both operands and the result are safe; undefined where exact integers are needed. */
function safe(operator: BinaryOperator, left: number, right: number): number | PyFloat | undefined {
  if (operator === '+' || operator === '-' || operator === '*') {
    const result = operator === '+' ? left + right : operator === '-' ? left - right : left * right
    return Number.isSafeInteger(result) ? result + 0 : undefined
  }
  if (operator === '**') return undefined
  if (right === 0) throw zeroDivision()
  if (operator === '/') return toFloat(left / right)
  const remainder = left % right
  const modulo = remainder !== 0 && remainder < 0 !== right < 0 ? remainder + right : remainder
  return (operator === '%' ? modulo : (left - modulo) / right) + 0
}

/** Python's arithmetic of two ints: exact, floor division and modulo with the divisor's sign, `/` a float. */
export function integerMath(operator: BinaryOperator, left: Int, right: Int): Int | PyFloat {
  if (typeof left === 'number' && typeof right === 'number' && Number.isSafeInteger(left) && Number.isSafeInteger(right)) {
    const result = safe(operator, left, right)
    if (result !== undefined) return result
  }
  return exact(operator, BigInt(left), BigInt(right))
}
