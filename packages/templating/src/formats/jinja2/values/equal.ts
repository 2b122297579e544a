import type { Run } from '../run.ts'
import { isMapping, mappingEntries, mappingGet, mappingSize, type Mapping } from './mapping.ts'
import { textOf } from './markup.ts'
import { numericOf } from './numeric.ts'
import { Range } from './range.ts'
import { Tuple } from './tuple.ts'
import { Undefined } from './undefined.ts'
import { isList, type Value } from './value.ts'

function equalItems(run: Run, left: readonly Value[], right: readonly Value[]): boolean {
  return left.length === right.length && left.every((item, index) => isEqual(run, item, right[index] ?? null))
}

function equalMappings(run: Run, left: Mapping, right: Mapping): boolean {
  if (mappingSize(run, left) !== mappingSize(run, right)) return false
  for (const [key, value] of mappingEntries(run, left)) {
    const other = mappingGet(right, key)
    if (other === undefined || !isEqual(run, value, other)) return false
  }
  return true
}

const equalRanges = (left: Range, right: Range): boolean =>
  left.length === right.length && (left.length === 0 || (left.start === right.start && (left.length === 1 || left.step === right.step)))

/** Python's `==`: numbers by value, text by characters, containers by their parts, anything else by being the same. */
export function isEqual(run: Run, left: Value, right: Value): boolean {
  run.step()
  if (left === right) return !Number.isNaN(left)
  const leftText = textOf(left)
  if (leftText !== undefined) {
    const rightText = textOf(right)
    if (rightText === undefined || leftText.length !== rightText.length) return false
    run.text(leftText.length)
    return leftText === rightText
  }
  const leftNumber = numericOf(left)
  if (leftNumber !== undefined) {
    const rightNumber = numericOf(right)
    // oxlint-disable-next-line eqeqeq -- compares a bigint with a number by value
    return rightNumber !== undefined && leftNumber == rightNumber
  }
  if (isList(left)) return isList(right) && equalItems(run, left, right)
  if (left instanceof Tuple) return right instanceof Tuple && equalItems(run, left.items, right.items)
  if (isMapping(left)) return isMapping(right) && equalMappings(run, left, right)
  if (left instanceof Range) return right instanceof Range && equalRanges(left, right)
  return left instanceof Undefined && right instanceof Undefined
}
