import type { Statement } from './ast.ts'
import { parseTuple } from './parse-tuple.ts'
import type { TokenStream } from './token-stream.ts'

/** Statement blocks inside one another. */
const MAX_BLOCK_DEPTH = 32

export type ParseTag = (stream: TokenStream) => readonly Statement[]

function parseOutput(stream: TokenStream): Statement {
  const begin = stream.next()
  const expression = parseTuple(stream)
  const end = stream.expectKind('output-end', '"}}"')
  return { kind: 'output', expression, span: { offset: begin.offset, length: end.offset + end.length - begin.offset } }
}

/** Text and tags up to one of `ends`, or to the end of the template where there are none. */
export function parseStatements(stream: TokenStream, ends: readonly string[], parseTag: ParseTag): readonly Statement[] {
  const statements: Statement[] = []
  for (;;) {
    const { current } = stream
    if (current.kind === 'end') return statements
    if (current.kind === 'data') statements.push({ kind: 'data', text: current.text, span: stream.next() })
    else if (current.kind === 'jsonpath') statements.push({ kind: 'jsonpath', expression: current.text, span: stream.next() })
    else if (current.kind === 'output-begin') statements.push(parseOutput(stream))
    else {
      stream.next()
      if (stream.isKind('name') && ends.includes(stream.current.text)) return statements
      statements.push(...parseTag(stream))
      stream.expectKind('tag-end', '"%}"')
    }
  }
}

const quoted = (ends: readonly string[]): string => ends.map((end) => `{% ${end} %}`).join(' or ')

/** The body of a tag: its closing braces, then statements up to one of the end words, which is left as the current token. */
export function parseBody(stream: TokenStream, tag: string, ends: readonly string[], parseTag: ParseTag): readonly Statement[] {
  const opened = stream.current
  stream.skipOperator(':')
  stream.expectKind('tag-end', '"%}"')
  if (stream.openTags.length >= MAX_BLOCK_DEPTH) {
    throw stream.error(`Blocks are nested more than ${MAX_BLOCK_DEPTH} deep; use a macro for the inner part.`, opened, 'template_limit', {
      kind: 'too-deep',
      values: { limit: MAX_BLOCK_DEPTH },
    })
  }
  stream.openTags.push(tag)
  const body = parseStatements(stream, ends, parseTag)
  if (stream.isKind('end')) {
    const cause = { kind: 'unclosed', values: { what: tag, missing: `{% ${ends.at(-1) ?? ''} %}` } } as const
    throw stream.error(`The "${tag}" block is never closed; add ${quoted(ends)}.`, opened, 'template_syntax', cause)
  }
  stream.openTags.pop()
  return body
}
