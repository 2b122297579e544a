import { compareCodePoints } from '../../../code-point-order.ts'
import { refusal } from '../failure.ts'
import type { Run } from '../run.ts'
import { isEqual } from './equal.ts'
import { textOf } from './markup.ts'
import { numericOf } from './numeric.ts'
import { Tuple } from './tuple.ts'
import { typeName } from './type-name.ts'
import { demand } from './undefined.ts'
import { isList, type Value } from './value.ts'

export type OrderOperator = '<' | '<=' | '>' | '>='

function holds(order: number, operator: OrderOperator): boolean {
  if (operator === '<') return order < 0
  if (operator === '<=') return order <= 0
  return operator === '>' ? order > 0 : order >= 0
}

function numbersHold(left: number | bigint, right: number | bigint, operator: OrderOperator): boolean {
  if (operator === '<') return left < right
  if (operator === '<=') return left <= right
  return operator === '>' ? left > right : left >= right
}

/** The first parts that differ decide; where none does, the lengths. */
function itemsHold(run: Run, left: readonly Value[], right: readonly Value[], operator: OrderOperator): boolean {
  const length = Math.min(left.length, right.length)
  for (let index = 0; index < length; index++) {
    const a = left[index] ?? null
    const b = right[index] ?? null
    if (!isEqual(run, a, b)) return orderHolds(run, a, b, operator)
  }
  return holds(left.length - right.length, operator)
}

function sequences(left: Value, right: Value): readonly [readonly Value[], readonly Value[]] | undefined {
  if (isList(left) && isList(right)) return [left, right]
  return left instanceof Tuple && right instanceof Tuple ? [left.items, right.items] : undefined
}

/** Python's `<`, `<=`, `>` and `>=`: numbers, text, lists and tuples with their own kind only. */
export function orderHolds(run: Run, left: Value, right: Value, operator: OrderOperator): boolean {
  run.step()
  const a = numericOf(left)
  const b = numericOf(right)
  if (a !== undefined && b !== undefined) return numbersHold(a, b, operator)
  const leftText = textOf(left)
  const rightText = textOf(right)
  if (leftText !== undefined && rightText !== undefined) return holds(compareCodePoints(leftText, rightText), operator)
  const pair = sequences(left, right)
  if (pair !== undefined) return itemsHold(run, pair[0], pair[1], operator)
  demand(left)
  demand(right)
  throw refusal(
    `"${operator}" cannot compare a value of type '${typeName(left)}' with one of type '${typeName(right)}'; convert one of them.`,
  )
}
