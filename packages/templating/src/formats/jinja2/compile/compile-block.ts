import { refusal } from '../failure.ts'
import type { Block } from '../parser/ast.ts'
import { Frame, frameAt } from '../runtime/frame.ts'
import { SelfReference } from '../runtime/self-reference.ts'
import { Undefined } from '../values/undefined.ts'
import type { Value } from '../values/value.ts'
import { analyzeStatements } from './analyze.ts'
import { hopsTo, slotOf } from './compile-name.ts'
import { compileEntry } from './enter-frame.ts'
import { compileBody, type Execute, type RenderBlock, type Scope } from './scope.ts'
import { FunctionScope, Symbols } from './symbols.ts'

/** A block sees none of the variables around it, only the context: the inputs and what the top level has set. */
export function compileBlockBody(outer: Scope, { name, body }: Block): RenderBlock {
  const own = new FunctionScope()
  const scope: Scope = { ...outer, symbols: new Symbols(own), topLevel: false, soft: false, autoescape: false }
  const self = scope.symbols.declare('self')
  const parent = scope.symbols.declare('super')
  analyzeStatements(scope.symbols, body)
  const enter = compileEntry(scope)
  const execute = compileBody(scope, body)
  const { blocks } = outer.compilation
  return ({ run, context }, sink, locals) => {
    const frame = new Frame(run, locals === undefined ? context : context.with(locals), own.size)
    run.enter()
    enter(frame)
    frame.slots[self.index] = new SelfReference(frame, blocks)
    frame.slots[parent.index] = new Undefined(`The block "${name}" has no parent block.`)
    execute(frame, sink)
    run.leave()
  }
}

/** The variables around a scoped block that have a value. */
function compileLocals(scope: Scope): (frame: Frame) => ReadonlyMap<string, Value> {
  const variables = Array.from(scope.symbols.allStores(), (name) => {
    const slot = slotOf(scope, name)
    return { name, index: slot.index, hops: hopsTo(scope, slot) }
  })
  return (frame) => {
    const locals = new Map<string, Value>()
    for (const { name, index, hops } of variables) {
      const value = frameAt(frame, hops).slots[index]
      if (value !== undefined) locals.set(name, value)
    }
    return locals
  }
}

/** A block is rendered where it stands: there is no template that could replace it. */
export function compileBlock(scope: Scope, { name, scoped, required, span }: Block): Execute {
  if (required) {
    return (frame) => {
      frame.run.at = span
      throw refusal(`The block "${name}" is required, but no other template can fill it here; remove "required".`)
    }
  }
  const locals = scoped ? compileLocals(scope) : undefined
  const { blocks } = scope.compilation
  return (frame, sink) => blocks.get(name)?.(frame, sink, locals?.(frame))
}
