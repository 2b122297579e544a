import type { CompareOperator } from '../parser/ast.ts'
import type { Run } from '../run.ts'
import { contains } from '../values/contains.ts'
import { isEqual } from '../values/equal.ts'
import { orderHolds } from '../values/order.ts'
import type { Value } from '../values/value.ts'

export function comparisonHolds(run: Run, operator: CompareOperator, left: Value, right: Value): boolean {
  switch (operator) {
    case '==':
      return isEqual(run, left, right)
    case '!=':
      return !isEqual(run, left, right)
    case 'in':
      return contains(run, right, left)
    case 'not in':
      return !contains(run, right, left)
    default:
      return orderHolds(run, left, right, operator)
  }
}
