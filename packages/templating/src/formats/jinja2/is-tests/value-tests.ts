import { FILTER_NAMES } from '../builtins/filter-names.ts'
import { binary } from '../operators/binary.ts'
import { comparisonHolds } from '../operators/compare.ts'
import type { CompareOperator } from '../parser/ast.ts'
import type { Run } from '../run.ts'
import { contains } from '../values/contains.ts'
import { isEqual } from '../values/equal.ts'
import type { Value } from '../values/value.ts'
import { nameOf, test, type Test } from './is-test.ts'

const leaves = (run: Run, value: Value, divisor: Value, rest: number): boolean => isEqual(run, binary(run, '%', value, divisor), rest)

const comparison = (operator: CompareOperator, ...names: readonly string[]): readonly (readonly [string, Test])[] =>
  names.map((name) => test(name, 'other', (run, value, [other = null]) => comparisonHolds(run, operator, value, other)))

/** What a value is worth, alone or beside another. */
export const VALUE_TESTS: readonly (readonly [string, Test])[] = [
  test('odd', '', (run, value) => leaves(run, value, 2, 1)),
  test('even', '', (run, value) => leaves(run, value, 2, 0)),
  test('divisibleby', 'num', (run, value, [divisor = null]) => leaves(run, value, divisor, 0)),
  test('sameas', 'other', (_run, value, [other = null]) => value === other),
  test('in', 'seq', (run, value, [container = null]) => contains(run, container, value)),
  test('filter', '', (_run, value) => FILTER_NAMES.has(nameOf(value))),
  ...comparison('==', '==', 'eq', 'equalto'),
  ...comparison('!=', '!=', 'ne'),
  ...comparison('<', '<', 'lt', 'lessthan'),
  ...comparison('<=', '<=', 'le'),
  ...comparison('>', '>', 'gt', 'greaterthan'),
  ...comparison('>=', '>=', 'ge'),
]
