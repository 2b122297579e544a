import type { Expression } from '../parser/ast.ts'
import { Dict } from '../values/dict.ts'
import { Tuple } from '../values/tuple.ts'
import { compileAttribute, compileCall, compileItem, compileSlice } from './compile-access.ts'
import { compileFilter, compileTest } from './compile-filter.ts'
import { compileName } from './compile-name.ts'
import { compileBinary, compileCompare, compileConcat, compileCondition, compileLogic, compileUnary } from './compile-operators.ts'
import { compile, type Evaluate, type Scope } from './scope.ts'

function compileItems(scope: Scope, items: readonly Expression[]): readonly Evaluate[] {
  return items.map((item) => compile(scope, item))
}

function compileDict(scope: Scope, { entries, span }: Extract<Expression, { kind: 'dict' }>): Evaluate {
  const pairs = entries.map(([key, value]) => [compile(scope, key), compile(scope, value)] as const)
  return (frame) => {
    const dict = new Dict()
    for (const [key, value] of pairs) {
      const name = key(frame)
      const part = value(frame)
      frame.run.at = span
      dict.set(name, part)
    }
    return dict
  }
}

/** Turns an expression into a function of the running frame. */
export function compileExpression(scope: Scope, expression: Expression): Evaluate {
  switch (expression.kind) {
    case 'const': {
      const { value } = expression
      return () => value
    }
    case 'name':
      return compileName(scope, expression.name, expression.span)
    case 'list': {
      const items = compileItems(scope, expression.items)
      return (frame) => items.map((item) => item(frame))
    }
    case 'tuple': {
      const items = compileItems(scope, expression.items)
      return (frame) => new Tuple(items.map((item) => item(frame)))
    }
    case 'dict':
      return compileDict(scope, expression)
    case 'not':
    case 'negative':
    case 'positive':
      return compileUnary(scope, expression)
    case 'and':
    case 'or':
      return compileLogic(scope, expression)
    case 'binary':
      return compileBinary(scope, expression)
    case 'compare':
      return compileCompare(scope, expression)
    case 'concat':
      return compileConcat(scope, expression)
    case 'condition':
      return compileCondition(scope, expression)
    case 'attribute':
      return compileAttribute(scope, expression)
    case 'item':
      return compileItem(scope, expression)
    case 'slice':
      return compileSlice(scope, expression)
    case 'call':
      return compileCall(scope, expression)
    case 'filter':
      return compileFilter(scope, expression)
    default:
      return compileTest(scope, expression)
  }
}
