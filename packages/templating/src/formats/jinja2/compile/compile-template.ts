import type { Block, Statement, Target } from '../parser/ast.ts'
import { allStatements, targetNames } from '../parser/tree-parts.ts'
import { Frame } from '../runtime/frame.ts'
import { SelfReference } from '../runtime/self-reference.ts'
import type { Sink } from '../runtime/sink.ts'
import { Context } from '../runtime/context.ts'
import type { Run } from '../run.ts'
import { GLOBALS } from '../builtins/globals.ts'
import { errorAt } from '../span.ts'
import { analyzeStatements } from './analyze.ts'
import { compileBlockBody } from './compile-block.ts'
import { compileExpression } from './compile-expression.ts'
import { compileStatement } from './compile-statement.ts'
import { compileEntry } from './enter-frame.ts'
import { compileBody, type Compilation, type NameUse, type RenderBlock, type Scope } from './scope.ts'
import { FunctionScope, Symbols } from './symbols.ts'

export interface CompiledTemplate {
  readonly render: (run: Run, sink: Sink) => void
  /** Names read from the inputs, in no particular order. */
  readonly uses: readonly NameUse[]
}

function findBlocks(source: string, statements: readonly Statement[]): readonly Block[] {
  const blocks = new Map<string, Block>()
  for (const statement of allStatements(statements)) {
    if (statement.kind !== 'block') continue
    if (blocks.has(statement.name)) throw errorAt(source, statement.span, `The block "${statement.name}" is defined twice; rename one.`)
    blocks.set(statement.name, statement)
  }
  return [...blocks.values()]
}

function written(statement: Statement): readonly Target[] {
  if (statement.kind === 'set' || statement.kind === 'set-block') return [statement.target]
  return statement.kind === 'macro' ? [{ kind: 'name', name: statement.name, span: statement.span }] : []
}

/** Names set at the top level, branches included. */
function exportedNames(statements: readonly Statement[]): readonly string[] {
  return statements.flatMap((statement) => {
    if (statement.kind !== 'if') return written(statement).flatMap(targetNames)
    return [...statement.branches.map((branch) => branch.body), statement.otherwise].flatMap(exportedNames)
  })
}

/** Turns a tree into functions, once; they hold no state of a render. */
export function compileTemplate(source: string, statements: readonly Statement[]): CompiledTemplate {
  const blockNodes = findBlocks(source, statements)
  const blocks = new Map<string, RenderBlock>()
  const exported = blockNodes.length > 0 ? new Set(exportedNames(statements)) : undefined
  const uses: NameUse[] = []
  const compilation: Compilation = { source, uses, exported, blocks, compileExpression, compileStatement }
  const own = new FunctionScope()
  const scope: Scope = { compilation, symbols: new Symbols(own), topLevel: true, soft: false, autoescape: false }
  const self = scope.symbols.declare('self')
  analyzeStatements(scope.symbols, statements)
  const enter = compileEntry(scope)
  const execute = compileBody(scope, statements)
  for (const block of blockNodes) blocks.set(block.name, compileBlockBody(scope, block))
  const render = (run: Run, sink: Sink): void => {
    const frame = new Frame(run, new Context(run.inputs, GLOBALS), own.size)
    enter(frame)
    frame.slots[self.index] = new SelfReference(frame, blocks)
    execute(frame, sink)
  }
  return { render, uses }
}
