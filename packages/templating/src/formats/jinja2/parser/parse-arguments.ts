import type { CallArguments, Expression } from './ast.ts'
import type { Span } from '../span.ts'
import type { TokenStream } from './token-stream.ts'

export const NO_ARGUMENTS: CallArguments = { positional: [], named: [] }

/** Every argument's expression, for what walks or measures the tree. */
export const argumentExpressions = ({ positional, named, spread, spreadNamed }: CallArguments): readonly Expression[] => {
  const all = [...positional, ...named.map(([, value]) => value)]
  if (spread !== undefined) all.push(spread)
  if (spreadNamed !== undefined) all.push(spreadNamed)
  return all
}

interface Gathered {
  readonly positional: Expression[]
  readonly named: (readonly [string, Expression])[]
  readonly names: Set<string>
  spread?: Expression
  spreadNamed?: Expression
}

function refuse(stream: TokenStream, because: boolean, message: string, span: Span = stream.current): void {
  if (because) throw stream.error(message, span)
}

function parseNamed(stream: TokenStream, gathered: Gathered): void {
  const key = stream.next()
  refuse(stream, gathered.names.has(key.text), `The argument "${key.text}" is given twice; remove one.`, key)
  refuse(stream, gathered.spreadNamed !== undefined, 'Nothing may follow a ** argument.', key)
  stream.next()
  gathered.names.add(key.text)
  gathered.named.push([key.text, stream.expression()])
}

function parseArgument(stream: TokenStream, gathered: Gathered): void {
  const spreads = gathered.spread !== undefined || gathered.spreadNamed !== undefined
  if (stream.skipOperator('*')) {
    refuse(stream, spreads, 'Only one * argument may stand in a call, and before any ** argument.')
    gathered.spread = stream.expression()
  } else if (stream.skipOperator('**')) {
    refuse(stream, gathered.spreadNamed !== undefined, 'Only one ** argument may stand in a call.')
    gathered.spreadNamed = stream.expression()
  } else if (stream.isKind('name') && stream.following.kind === 'operator' && stream.following.text === '=') {
    parseNamed(stream, gathered)
  } else {
    refuse(stream, spreads || gathered.named.length > 0, 'Arguments without a name come before named, * and ** arguments.')
    gathered.positional.push(stream.expression())
  }
}

/** What stands between the parentheses of a call, a filter or a test. */
export function parseArguments(stream: TokenStream): CallArguments {
  stream.expectOperator('(')
  const gathered: Gathered = { positional: [], named: [], names: new Set() }
  while (!stream.isOperator(')')) {
    parseArgument(stream, gathered)
    if (!stream.isOperator(')')) stream.expectOperator(',')
  }
  stream.expectOperator(')')
  return gathered
}
