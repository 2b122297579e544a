import { valueText } from '../../../value-text.ts'
import { parseJsonPath } from '../../../json-path/parse.ts'
import { resolveParsedPath } from '../../../json-path/resolve.ts'
import type { Statement } from '../parser/ast.ts'
import { isTrue } from '../values/truth.ts'
import { compileBlock } from './compile-block.ts'
import { compileAutoescape, compileFilterBlock, compilePrint, compileSetBlock, compileWith } from './compile-capture.ts'
import { compileLoop } from './compile-loop.ts'
import { compileCallBlock, compileMacro } from './compile-macro.ts'
import { compileTarget } from './compile-target.ts'
import { compile, compileBody, type Execute, type Scope } from './scope.ts'

type Node<Kind extends Statement['kind']> = Extract<Statement, { kind: Kind }>

function compileIf(outer: Scope, { branches, otherwise }: Node<'if'>): Execute {
  const scope: Scope = { ...outer, soft: true }
  const compiled = branches.map((branch) => ({ test: compile(scope, branch.test), body: compileBody(scope, branch.body) }))
  const last = compileBody(scope, otherwise)
  return (frame, sink) => {
    for (const { test, body } of compiled) {
      frame.run.step()
      if (isTrue(frame.run, test(frame))) return body(frame, sink)
    }
    return last(frame, sink)
  }
}

function compileSet(scope: Scope, { target, value }: Node<'set'>): Execute {
  const evaluate = compile(scope, value)
  const assign = compileTarget(scope, target)
  return (frame) => {
    frame.run.step()
    assign(frame, evaluate(frame))
  }
}

/** A path that finds nothing is noted and prints nothing, so that one error can name them all. */
function compileJsonPath({ expression, span }: Node<'jsonpath'>): Execute {
  const path = parseJsonPath(expression)
  return ({ run }, sink) => {
    run.at = span
    run.step()
    const found = resolveParsedPath(path, run.inputs, run.meter)
    if (found.found) sink.add(valueText(found.value, run.maxLength))
    else run.miss(expression, span)
  }
}

/** Turns a statement into a function of the running frame and the text it writes to. */
export function compileStatement(scope: Scope, statement: Statement): Execute {
  switch (statement.kind) {
    case 'data': {
      const { text } = statement
      return (_frame, sink) => sink.add(text)
    }
    case 'output':
      return compilePrint(compile(scope, statement.expression), scope.autoescape)
    case 'jsonpath':
      return compileJsonPath(statement)
    case 'if':
      return compileIf(scope, statement)
    case 'for':
      return compileLoop(scope, statement)
    case 'set':
      return compileSet(scope, statement)
    case 'set-block':
      return compileSetBlock(scope, statement)
    case 'with':
      return compileWith(scope, statement)
    case 'macro':
      return compileMacro(scope, statement)
    case 'call-block':
      return compileCallBlock(scope, statement)
    case 'filter-block':
      return compileFilterBlock(scope, statement)
    case 'autoescape':
      return compileAutoescape(scope, statement)
    default:
      return compileBlock(scope, statement)
  }
}
