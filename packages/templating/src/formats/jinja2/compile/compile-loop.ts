import type { ForLoop } from '../parser/ast.ts'
import { allExpressions, allStatements, statementParts, targetNames } from '../parser/tree-parts.ts'
import { Frame } from '../runtime/frame.ts'
import { LoopContext, type Recurse } from '../runtime/loop-context.ts'
import { Sink } from '../runtime/sink.ts'
import { errorAt } from '../span.ts'
import { demandIterator } from '../values/iterate.ts'
import { generator } from '../values/lazy.ts'
import { Markup } from '../values/markup.ts'
import { toStr } from '../values/print.ts'
import { isTrue } from '../values/truth.ts'
import type { Value } from '../values/value.ts'
import { analyzeExpression, analyzeStatements, declareTarget } from './analyze.ts'
import { isEscaping } from './compile-operators.ts'
import { compileTarget } from './compile-target.ts'
import { compileEntry } from './enter-frame.ts'
import { compile, compileBody, innerScope, type Execute, type Scope } from './scope.ts'
import { FunctionScope, Symbols } from './symbols.ts'

/** Runs the whole loop over a sequence. */
type RunLoop = (frame: Frame, sink: Sink, iterable: Value, recurse: Recurse | undefined, depth: number) => void

const mentionsLoop = (node: ForLoop): boolean => {
  for (const statement of allStatements(node.body)) {
    if (statement.kind === 'block' && statement.scoped) return true
    for (const expression of statementParts(statement).expressions) {
      for (const part of allExpressions(expression)) if (part.kind === 'name' && part.name === 'loop') return true
    }
  }
  return false
}

function refuseLoopTarget(scope: Scope, node: ForLoop): void {
  const inside = [node, ...allStatements(node.body), ...allStatements(node.otherwise)]
  for (const statement of inside) {
    const isParameter = statement.kind === 'macro' || statement.kind === 'call-block' || statement.kind === 'with'
    if (!isParameter && statementParts(statement).targets.some((target) => targetNames(target).includes('loop'))) {
      throw errorAt(
        scope.compilation.source,
        statement.span,
        '"loop" is the loop itself here and cannot be given a value; use another name.',
      )
    }
  }
}

/** `{% for x in xs if test %}`: the test sees its own copy of the loop's names. */
function compileFilter(scope: Scope, { target, filter }: ForLoop): ((frame: Frame, iterable: Value) => Value) | undefined {
  if (filter === undefined) return undefined
  const inner = innerScope(scope)
  declareTarget(inner.symbols, target)
  analyzeExpression(inner.symbols, filter)
  const enter = compileEntry(inner)
  const assign = compileTarget(inner, target)
  const test = compile(inner, filter)
  function* passing(frame: Frame, iterable: Value): Generator<Value, void> {
    const iterator = demandIterator(frame.run, iterable)
    enter(frame)
    for (let next = iterator.next(); next.done !== true; next = iterator.next()) {
      frame.run.step()
      assign(frame, next.value)
      if (isTrue(frame.run, test(frame))) yield next.value
    }
  }
  return (frame, iterable) => generator('loop filter', passing(frame, iterable))
}

function compileElse(scope: Scope, node: ForLoop): Execute {
  const inner = innerScope(scope)
  analyzeStatements(inner.symbols, node.otherwise)
  const enter = compileEntry(inner)
  const body = compileBody(inner, node.otherwise)
  return (frame, sink) => {
    enter(frame)
    body(frame, sink)
  }
}

function compileRun(scope: Scope, node: ForLoop): RunLoop {
  const inner = innerScope(scope)
  const loopSlot = node.recursive || mentionsLoop(node) ? inner.symbols.declare('loop') : undefined
  declareTarget(inner.symbols, node.target)
  analyzeStatements(inner.symbols, node.body)
  const enter = compileEntry(inner)
  const assign = compileTarget(inner, node.target)
  const body = compileBody(inner, node.body)
  const filter = compileFilter(scope, node)
  const otherwise = node.otherwise.length > 0 ? compileElse(scope, node) : undefined
  return (frame, sink, iterable, recurse, depth) => {
    const { run } = frame
    const sequence = filter === undefined ? iterable : filter(frame, iterable)
    const iterator = demandIterator(frame.run, sequence)
    const loop = loopSlot === undefined ? undefined : new LoopContext(run, sequence, iterator, recurse, depth)
    let empty = true
    for (;;) {
      const next = loop === undefined ? nextOf(iterator) : loop.next()
      if (next === undefined) break
      empty = false
      run.step()
      enter(frame)
      if (loopSlot !== undefined) frame.slots[loopSlot.index] = loop
      assign(frame, next)
      body(frame, sink)
    }
    if (empty) otherwise?.(frame, sink)
  }
}

const nextOf = (iterator: Iterator<Value, unknown>): Value | undefined => {
  const next = iterator.next()
  return next.done === true ? undefined : next.value
}

/** Every level of a recursive loop has variables of its own. */
function compileRecursive(scope: Scope, node: ForLoop): Execute {
  const iterable = compile(scope, node.iterable)
  const own = new FunctionScope(scope.symbols.scope)
  const loop = compileRun({ ...scope, symbols: new Symbols(own, scope.symbols) }, node)
  const { autoescape } = scope
  return (frame, sink) => {
    const { run } = frame
    const recurse: Recurse = (values, depth) => {
      run.enter()
      const captured = new Sink(run)
      loop(new Frame(run, frame.context, own.size, frame), captured, values, recurse, depth)
      run.leave()
      return isEscaping(run, autoescape) ? new Markup(captured.text) : captured.text
    }
    const values = iterable(frame)
    run.at = node.span
    const text = recurse(values, 0)
    sink.add(toStr(run, text))
  }
}

export function compileLoop(scope: Scope, node: ForLoop): Execute {
  refuseLoopTarget(scope, node)
  if (node.recursive) return compileRecursive(scope, node)
  const iterable = compile(scope, node.iterable)
  const loop = compileRun(scope, node)
  return (frame, sink) => {
    const values = iterable(frame)
    frame.run.at = node.iterable.span
    loop(frame, sink, values, undefined, 0)
  }
}
