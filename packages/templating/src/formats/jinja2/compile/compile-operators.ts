import { binary, signed } from '../operators/binary.ts'
import { comparisonHolds } from '../operators/compare.ts'
import type { CompareLink, CompareOperator, Expression } from '../parser/ast.ts'
import type { Run } from '../run.ts'
import type { Span } from '../span.ts'
import { escapeHtml, Markup } from '../values/markup.ts'
import { toStr } from '../values/print.ts'
import { isTrue } from '../values/truth.ts'
import { Undefined } from '../values/undefined.ts'
import type { Value } from '../values/value.ts'
import { compile, type Autoescape, type Evaluate, type Scope } from './scope.ts'

type Node<Kind extends Expression['kind']> = Extract<Expression, { kind: Kind }>

export function compileBinary(scope: Scope, { operator, left, right, span }: Node<'binary'>): Evaluate {
  const first = compile(scope, left)
  const second = compile(scope, right)
  return (frame) => {
    const a = first(frame)
    const b = second(frame)
    frame.run.at = span
    frame.run.step()
    return binary(frame.run, operator, a, b)
  }
}

export function compileUnary(scope: Scope, { kind, operand, span }: Node<'not' | 'negative' | 'positive'>): Evaluate {
  const evaluate = compile(scope, operand)
  if (kind === 'not') return (frame) => !isTrue(frame.run, evaluate(frame))
  const sign = kind === 'negative' ? '-' : '+'
  return (frame) => {
    const value = evaluate(frame)
    frame.run.at = span
    return signed(sign, value)
  }
}

/** Gives the operand that decided, not a boolean. */
export function compileLogic(scope: Scope, { kind, left, right }: Node<'and' | 'or'>): Evaluate {
  const first = compile(scope, left)
  const second = compile(scope, right)
  const decides = kind === 'or'
  return (frame) => {
    const value = first(frame)
    return isTrue(frame.run, value) === decides ? value : second(frame)
  }
}

function compileLink(
  scope: Scope,
  { operator, operand }: CompareLink,
): { readonly operator: CompareOperator; readonly evaluate: Evaluate } {
  return { operator, evaluate: compile(scope, operand) }
}

/** `a < b < c` compares neighbours and stops at the first that does not hold. */
export function compileCompare(scope: Scope, { first, rest, span }: Node<'compare'>): Evaluate {
  const start = compile(scope, first)
  const links = rest.map((link) => compileLink(scope, link))
  return (frame) => {
    let left = start(frame)
    for (const { operator, evaluate } of links) {
      const right = evaluate(frame)
      frame.run.at = span
      if (!comparisonHolds(frame.run, operator, left, right)) return false
      left = right
    }
    return true
  }
}

export const isEscaping = (run: Run, autoescape: Autoescape): boolean => (autoescape === 'dynamic' ? run.autoescape : autoescape)

/** Plain text unless it is escaped and some part is markup. */
function joinParts(run: Run, parts: readonly Value[], escaping: boolean): Value {
  const marked = escaping && parts.some((part) => part instanceof Markup)
  let text = ''
  for (const part of parts) {
    text += marked && !(part instanceof Markup) ? escapeHtml(toStr(run, part)) : toStr(run, part)
    run.text(text.length)
  }
  return marked ? new Markup(text) : text
}

export function compileConcat(scope: Scope, { parts, span }: Node<'concat'>): Evaluate {
  const evaluated = parts.map((part) => compile(scope, part))
  const { autoescape } = scope
  return (frame) => {
    const values = evaluated.map((evaluate) => evaluate(frame))
    frame.run.at = span
    frame.run.step()
    return joinParts(frame.run, values, isEscaping(frame.run, autoescape))
  }
}

const noElse = (span: Span): Evaluate => {
  const cause = 'This inline if has no else part, and its test was false.'
  return (frame) => {
    frame.run.at = span
    return new Undefined(cause)
  }
}

export function compileCondition(outer: Scope, { test, whenTrue, whenFalse, span }: Node<'condition'>): Evaluate {
  const scope: Scope = { ...outer, soft: true }
  const decide = compile(scope, test)
  const first = compile(scope, whenTrue)
  const second = whenFalse === undefined ? noElse(span) : compile(scope, whenFalse)
  return (frame) => (isTrue(frame.run, decide(frame)) ? first(frame) : second(frame))
}
