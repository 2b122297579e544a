import { refusal } from '../failure.ts'
import type { BinaryOperator } from '../parser/ast.ts'
import { percentFormat } from '../text/percent-format.ts'
import type { Run } from '../run.ts'
import { textOf } from '../values/markup.ts'
import { floatOf, integerOf, numericOf } from '../values/numeric.ts'
import { typeName } from '../values/type-name.ts'
import { demand } from '../values/undefined.ts'
import type { Value } from '../values/value.ts'
import { floatMath } from './float-math.ts'
import { integerMath } from './integer-math.ts'
import { concatenate, repeat } from './sequence-math.ts'

function sequenceResult(run: Run, operator: BinaryOperator, left: Value, right: Value): Value | undefined {
  if (operator === '+') return concatenate(run, left, right)
  if (operator === '*') return repeat(run, left, right)
  return operator === '%' && textOf(left) !== undefined ? percentFormat(run, left, right) : undefined
}

/** A binary operator on any two values. */
export function binary(run: Run, operator: BinaryOperator, left: Value, right: Value): Value {
  const leftInteger = integerOf(left)
  const rightInteger = integerOf(right)
  if (leftInteger !== undefined && rightInteger !== undefined) return integerMath(operator, leftInteger, rightInteger)
  const leftNumber = numericOf(left)
  const rightNumber = numericOf(right)
  if (leftNumber !== undefined && rightNumber !== undefined) return floatMath(operator, floatOf(leftNumber), floatOf(rightNumber))
  const result = sequenceResult(run, operator, left, right)
  if (result !== undefined) return result
  demand(left)
  demand(right)
  throw refusal(
    `"${operator}" cannot join a value of type '${typeName(left)}' with one of type '${typeName(right)}'; convert one, or use "~" to join text.`,
  )
}

/** `-x` and `+x`. */
export function signed(operator: '-' | '+', value: Value): Value {
  const integer = integerOf(value)
  if (integer !== undefined) return operator === '-' ? integerMath('-', 0, integer) : integer
  const number = numericOf(value)
  if (number !== undefined) return operator === '-' ? floatMath('*', -1, floatOf(number)) : value
  demand(value)
  throw refusal(`"${operator}" needs a number, not a value of type '${typeName(value)}'; use the int or float filter.`)
}
