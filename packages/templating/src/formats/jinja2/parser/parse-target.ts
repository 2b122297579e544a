import type { Expression, Name, Target } from './ast.ts'
import { parsePrimary } from './parse-primary.ts'
import { parseTuple } from './parse-tuple.ts'
import type { TokenStream } from './token-stream.ts'

const CONSTANT_NAMES: ReadonlySet<string> = new Set(['true', 'True', 'false', 'False', 'none', 'None'])

function toTarget(stream: TokenStream, draft: Expression): Target {
  if (draft.kind === 'name') return draft
  if (draft.kind === 'tuple') return { kind: 'tuple', items: draft.items.map((item) => toTarget(stream, item)), span: draft.span }
  throw stream.error('A value cannot be given a value; a name, or names with commas between them, must stand here.', draft.span)
}

/** One plain name to write to. */
export function parseTargetName(stream: TokenStream): Name {
  const token = stream.expectKind('name', 'A name')
  if (CONSTANT_NAMES.has(token.text)) throw stream.error(`"${token.text}" is a constant and cannot be given a value.`, token)
  return { kind: 'name', name: token.text, span: token }
}

/** A name or names with commas between them: what a loop and `with` write to. */
export const parseTarget = (stream: TokenStream): Target => toTarget(stream, parseTuple(stream, { parse: parsePrimary }))

function parseMember(stream: TokenStream): Target | undefined {
  const { current: name, following } = stream
  if (name.kind !== 'name' || CONSTANT_NAMES.has(name.text) || following.kind !== 'operator' || following.text !== '.') return undefined
  stream.next()
  stream.next()
  const member = stream.expectKind('name', 'A name')
  return {
    kind: 'member',
    name: name.text,
    member: member.text,
    span: { offset: name.offset, length: member.offset + member.length - name.offset },
  }
}

const parseSetItem = (stream: TokenStream): Target => parseMember(stream) ?? toTarget(stream, parsePrimary(stream))

/** What `set` writes to: as `parseTarget`, and members of a namespace. */
export function parseSetTarget(stream: TokenStream): Target {
  const span = stream.current
  const first = parseSetItem(stream)
  if (!stream.isOperator(',')) return first
  const items = [first]
  while (stream.skipOperator(',') && !stream.isKind('tag-end')) items.push(parseSetItem(stream))
  return { kind: 'tuple', items, span }
}
