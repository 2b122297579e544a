import { getAttribute } from '../access/get-attribute.ts'
import { getItem } from '../access/get-item.ts'
import { findMethod } from '../methods/find-method.ts'
import { slice } from '../operators/slice.ts'
import type { Expression } from '../parser/ast.ts'
import type { Frame } from '../runtime/frame.ts'
import { callValue, type Arguments } from '../values/callable.ts'
import type { Value } from '../values/value.ts'
import { compileArguments } from './compile-arguments.ts'
import { compile, type Evaluate, type Scope } from './scope.ts'

type Node<Kind extends Expression['kind']> = Extract<Expression, { kind: Kind }>

export function compileAttribute(scope: Scope, { target, name, span }: Node<'attribute'>): Evaluate {
  const evaluate = compile(scope, target)
  return (frame) => {
    const value = evaluate(frame)
    frame.run.at = span
    frame.run.step()
    return getAttribute(value, name)
  }
}

export function compileItem(scope: Scope, { target, key, span }: Node<'item'>): Evaluate {
  const evaluate = compile(scope, target)
  const evaluateKey = compile(scope, key)
  return (frame) => {
    const value = evaluate(frame)
    const at = evaluateKey(frame)
    frame.run.at = span
    frame.run.step()
    return getItem(frame.run, value, at)
  }
}

const none: Evaluate = () => null
const bound = (scope: Scope, expression: Expression | undefined): Evaluate => (expression === undefined ? none : compile(scope, expression))

export function compileSlice(scope: Scope, { target, start, stop, step, span }: Node<'slice'>): Evaluate {
  const evaluate = compile(scope, target)
  const from = bound(scope, start)
  const to = bound(scope, stop)
  const by = bound(scope, step)
  return (frame) => {
    const value = evaluate(frame)
    const bounds = { start: from(frame), stop: to(frame), step: by(frame) }
    frame.run.at = span
    return slice(frame.run, value, bounds)
  }
}

/** The body of a call block, handed to what it calls. */
export type EvaluateCaller = (frame: Frame) => Value

const withCaller = ({ positional, named }: Arguments, caller: Value): Arguments => ({
  positional,
  named: new Map([...(named ?? []), ['caller', caller]]),
})

export function compileCall(scope: Scope, { callee, args, span }: Node<'call'>, evaluateCaller?: EvaluateCaller): Evaluate {
  const evaluatePlain = compileArguments(scope, args)
  const evaluateArguments =
    evaluateCaller === undefined ? evaluatePlain : (frame: Frame) => withCaller(evaluatePlain(frame), evaluateCaller(frame))
  if (callee.kind === 'attribute') return compileMethodCall(scope, callee, evaluateArguments, span)
  const evaluate = compile(scope, callee)
  return (frame) => {
    const value = evaluate(frame)
    const given = evaluateArguments(frame)
    frame.run.at = span
    frame.run.step()
    return callValue(frame.run, value, given)
  }
}

/** A method from the table is called without being made a value first. */
function compileMethodCall(
  scope: Scope,
  { target, name, span: nameSpan }: Node<'attribute'>,
  args: (frame: Frame) => Arguments,
  span: Node<'call'>['span'],
): Evaluate {
  const evaluate = compile(scope, target)
  return (frame) => {
    const { run } = frame
    const value = evaluate(frame)
    run.at = nameSpan
    const method = findMethod(value, name)
    const callee = method === undefined ? getAttribute(value, name) : null
    const given = args(frame)
    run.at = method === undefined ? span : nameSpan
    run.step()
    return method === undefined ? callValue(run, callee, given) : method(run, given)
  }
}
