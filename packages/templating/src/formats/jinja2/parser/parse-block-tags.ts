import type { Branch, Name, Signature, Statement, Target, Expression } from './ast.ts'
import { parseFilterStep, parseFilterSteps } from './parse-postfix.ts'
import { parseBody, type ParseTag } from './parse-statements.ts'
import { parseTarget, parseTargetName, parseSetTarget } from './parse-target.ts'
import { parseTuple } from './parse-tuple.ts'
import { parseUnconditional } from './parse-expression.ts'
import type { Token } from '../lexer/token.ts'
import type { TokenStream } from './token-stream.ts'

/** Reads a tag whose word has just been taken as `tag`. */
export type TagParser = (stream: TokenStream, tag: Token, parseTag: ParseTag) => Statement

/** The body up to its one end word, which is taken. */
function wholeBody(stream: TokenStream, tag: Token, parseTag: ParseTag): readonly Statement[] {
  const body = parseBody(stream, tag.text, [`end${tag.text}`], parseTag)
  stream.next()
  return body
}

export const parseIf: TagParser = (stream, tag, parseTag) => {
  const branches: Branch[] = []
  let word = tag.text
  while (word !== 'else' && word !== 'endif') {
    const test = parseTuple(stream, { parse: parseUnconditional })
    branches.push({ test, body: parseBody(stream, 'if', ['elif', 'else', 'endif'], parseTag) })
    word = stream.next().text
  }
  if (word === 'endif') return { kind: 'if', branches, otherwise: [], span: tag }
  return { kind: 'if', branches, otherwise: wholeBody(stream, tag, parseTag), span: tag }
}

export const parseFor: TagParser = (stream, tag, parseTag) => {
  const target = parseTarget(stream)
  stream.expectName('in')
  const iterable = parseTuple(stream, { parse: parseUnconditional })
  const filter = stream.skipName('if') ? stream.expression() : undefined
  const recursive = stream.skipName('recursive')
  const body = parseBody(stream, 'for', ['endfor', 'else'], parseTag)
  const otherwise = stream.next().text === 'else' ? wholeBody(stream, tag, parseTag) : []
  return { kind: 'for', target, iterable, filter, recursive, body, otherwise, span: tag }
}

export const parseSet: TagParser = (stream, tag, parseTag) => {
  const target = parseSetTarget(stream)
  if (stream.skipOperator('=')) return { kind: 'set', target, value: parseTuple(stream), span: tag }
  const filters = parseFilterSteps(stream)
  return { kind: 'set-block', target, filters, body: wholeBody(stream, tag, parseTag), span: tag }
}

export const parseWith: TagParser = (stream, tag, parseTag) => {
  const bindings: (readonly [Target, Expression])[] = []
  while (!stream.isKind('tag-end')) {
    if (bindings.length > 0) stream.expectOperator(',')
    const target = parseTarget(stream)
    stream.expectOperator('=')
    bindings.push([target, stream.expression()])
  }
  return { kind: 'with', bindings, body: wholeBody(stream, tag, parseTag), span: tag }
}

export const parseAutoescape: TagParser = (stream, tag, parseTag) => {
  const value = stream.expression()
  return { kind: 'autoescape', value, body: wholeBody(stream, tag, parseTag), span: tag }
}

export const parseFilterBlock: TagParser = (stream, tag, parseTag) => {
  const filters = [parseFilterStep(stream), ...parseFilterSteps(stream)]
  return { kind: 'filter-block', filters, body: wholeBody(stream, tag, parseTag), span: tag }
}

function parseSignature(stream: TokenStream): Signature {
  const parameters: Name[] = []
  const defaults: Expression[] = []
  const names = new Set<string>()
  stream.expectOperator('(')
  while (!stream.isOperator(')')) {
    if (parameters.length > 0) stream.expectOperator(',')
    const name = parseTargetName(stream)
    if (names.has(name.name)) {
      throw stream.error(`The parameter "${name.name}" is named twice; rename one.`, name.span)
    }
    names.add(name.name)
    parameters.push(name)
    if (stream.skipOperator('=')) defaults.push(stream.expression())
    else if (defaults.length > 0) throw stream.error('A parameter without a default cannot follow one with a default.', name.span)
  }
  stream.expectOperator(')')
  return { parameters, defaults }
}

export const parseMacro: TagParser = (stream, tag, parseTag) => {
  const { name } = parseTargetName(stream)
  const signature = parseSignature(stream)
  return { kind: 'macro', name, signature, body: wholeBody(stream, tag, parseTag), span: tag }
}

export const parseCallBlock: TagParser = (stream, tag, parseTag) => {
  const signature = stream.isOperator('(') ? parseSignature(stream) : { parameters: [], defaults: [] }
  const call = stream.expression()
  if (call.kind !== 'call') throw stream.error('A call must stand here: {% call name(…) %}.', call.span)
  return { kind: 'call-block', signature, call, body: wholeBody(stream, tag, parseTag), span: tag }
}

export const parseBlock: TagParser = (stream, tag, parseTag) => {
  const name = stream.expectKind('name', 'The name of the block')
  const scoped = stream.skipName('scoped')
  const required = stream.skipName('required')
  if (stream.isOperator('-')) throw stream.error('A block name cannot have a hyphen; use an underscore.')
  const body = wholeBody(stream, tag, parseTag)
  if (required && body.some((statement) => statement.kind !== 'data' || statement.text.trim() !== '')) {
    throw stream.error('A required block may hold only comments and whitespace.', tag)
  }
  stream.skipName(name.text)
  return { kind: 'block', name: name.text, scoped, required, body, span: name }
}
