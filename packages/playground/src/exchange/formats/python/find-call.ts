import type { PythonToken } from './lex-python.ts'
import type { PythonValue } from './python-value.ts'
import { Unread } from './python-value.ts'
import { type PythonScope, isMark, readArguments, readExpression } from './read-expression.ts'

/** More makers of clients than a program has. */
const MAX_CLIENTS = 20

export interface PythonCall {
  /** The end of the address that the call is made to. */
  readonly path: '/chat/completions' | '/responses' | '/messages'
  readonly given: ReadonlyMap<string, PythonValue>
}

export interface FoundCalls {
  /** The first call; null where there is none. */
  readonly call: PythonCall | null
  /** Where others are. */
  readonly otherLines: readonly number[]
  /** What the names of the program hold, as far as they are written out. */
  readonly names: ReadonlyMap<string, PythonValue>
  /** What makers of clients were given: keys, and other addresses. */
  readonly clients: readonly ReadonlyMap<string, PythonValue>[]
}

const METHODS: ReadonlySet<string> = new Set(['create', 'parse', 'stream'])
const PATHS: ReadonlyMap<string, PythonCall['path']> = new Map([
  ['completions', '/chat/completions'],
  ['responses', '/responses'],
  ['messages', '/messages'],
])
const CLIENT = /^(Async)?(Azure)?(OpenAI|Anthropic)(Bedrock|Vertex)?$/

const nameAt = (tokens: readonly PythonToken[], at: number): string | null => {
  const token = tokens[at]
  return token?.kind === 'name' ? token.value : null
}

/** The call whose bracket opens at a place: `….completions.create(`. */
function pathAt(tokens: readonly PythonToken[], at: number): PythonCall['path'] | null {
  if (!isMark(tokens[at], '(') || !isMark(tokens[at - 2], '.') || !METHODS.has(nameAt(tokens, at - 1) ?? '')) return null
  const path = PATHS.get(nameAt(tokens, at - 3) ?? '') ?? null
  // The completions of before had no messages.
  return path === '/chat/completions' && nameAt(tokens, at - 5) !== 'chat' ? null : path
}

/** `name = …` at the start of a statement, also with a type. Where its value begins; null where there is none. */
function assignedAt(tokens: readonly PythonToken[], at: number): number | null {
  if ((at > 0 && tokens[at - 1]?.kind !== 'end') || nameAt(tokens, at) === null) return null
  if (isMark(tokens[at + 1], ':') && nameAt(tokens, at + 2) !== null && isMark(tokens[at + 3], '=')) return at + 4
  return isMark(tokens[at + 1], '=') && !isMark(tokens[at + 2], '=') ? at + 2 : null
}

/** Goes through a program from its first line on: what its names hold, and the calls that ask a model. Nothing of it is run. */
export function findCalls(text: string, tokens: readonly PythonToken[]): FoundCalls {
  const names = new Map<string, PythonValue>()
  const clients: ReadonlyMap<string, PythonValue>[] = []
  let call: PythonCall | null = null
  const otherLines: number[] = []
  const scope: PythonScope = { text, tokens, names }
  for (const [at, token] of tokens.entries()) {
    const begins = assignedAt(tokens, at)
    if (begins !== null && token.kind === 'name') {
      const [value] = readExpression(scope, begins)
      if (value instanceof Unread) names.delete(token.value)
      else names.set(token.value, value)
    }
    const path = pathAt(tokens, at)
    if (path !== null && call === null) call = { path, given: readArguments(scope, at + 1)[0] }
    else if (path !== null) otherLines.push(token.line)
    if (clients.length < MAX_CLIENTS && isMark(token, '(') && CLIENT.test(nameAt(tokens, at - 1) ?? ''))
      clients.push(readArguments(scope, at + 1)[0])
  }
  return { call, otherLines, names, clients }
}
