import type { Expression, Statement } from '../parser/ast.ts'
import type { Frame } from '../runtime/frame.ts'
import type { Sink } from '../runtime/sink.ts'
import type { Span } from '../span.ts'
import type { Value } from '../values/value.ts'
import { Symbols } from './symbols.ts'

export type Evaluate = (frame: Frame) => Value
export type Execute = (frame: Frame, sink: Sink) => void

/** A name that is read from the inputs. */
export interface NameUse {
  readonly name: string
  readonly span: Span
}

/** What every part of one compilation knows. */
export interface Compilation {
  readonly source: string
  readonly uses: NameUse[]
  /** Names that the top level sets: blocks see them, so they are no inputs there. Undefined where there are no blocks. */
  readonly exported: ReadonlySet<string> | undefined
  readonly blocks: ReadonlyMap<string, RenderBlock>
  readonly compileExpression: (scope: Scope, expression: Expression) => Evaluate
  readonly compileStatement: (scope: Scope, statement: Statement) => Execute
}

export type RenderBlock = (frame: Frame, sink: Sink, locals: ReadonlyMap<string, Value> | undefined) => void

/** Whether output is escaped; `dynamic` where only the render knows. */
export type Autoescape = boolean | 'dynamic'

/** Where in the template something is compiled. */
export interface Scope {
  readonly compilation: Compilation
  readonly symbols: Symbols
  /** Directly at the top of the template, where what is set is seen by blocks. */
  readonly topLevel: boolean
  /** Inside a branch, where an unknown filter is an error only once it is reached. */
  readonly soft: boolean
  readonly autoescape: Autoescape
}

/** The scope of a body with a frame of its own in the same function. */
export const innerScope = (scope: Scope, symbols: Symbols = scope.symbols.inner()): Scope => ({
  ...scope,
  symbols,
  topLevel: false,
  soft: false,
})

export const compile = (scope: Scope, expression: Expression): Evaluate => scope.compilation.compileExpression(scope, expression)

/** A body as one function. */
export function compileBody(scope: Scope, statements: readonly Statement[]): Execute {
  const parts = statements.map((statement) => scope.compilation.compileStatement(scope, statement))
  const [first] = parts
  if (first !== undefined && parts.length === 1) return first
  return (frame, sink) => {
    for (const part of parts) part(frame, sink)
  }
}
