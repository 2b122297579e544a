import type { TemplateCause } from '../../../template-cause.ts'
import type { Statement } from './ast.ts'
import {
  parseAutoescape,
  parseBlock,
  parseCallBlock,
  parseFilterBlock,
  parseFor,
  parseIf,
  parseMacro,
  parseSet,
  parseWith,
  type TagParser,
} from './parse-block-tags.ts'
import type { TokenStream } from './token-stream.ts'

const TAGS: ReadonlyMap<string, TagParser> = new Map([
  ['if', parseIf],
  ['for', parseFor],
  ['set', parseSet],
  ['with', parseWith],
  ['macro', parseMacro],
  ['call', parseCallBlock],
  ['filter', parseFilterBlock],
  ['autoescape', parseAutoescape],
  ['block', parseBlock],
])
const FORBIDDEN: ReadonlySet<string> = new Set(['include', 'import', 'from', 'extends'])

/** `{% print a, b %}` is one output after the other. */
function parsePrint(stream: TokenStream): readonly Statement[] {
  const statements: Statement[] = []
  while (!stream.isKind('tag-end')) {
    if (statements.length > 0) stream.expectOperator(',')
    const span = stream.current
    statements.push({ kind: 'output', expression: stream.expression(), span })
  }
  return statements
}

function unknownTag(stream: TokenStream, word: string): string {
  const open = stream.openTags.at(-1)
  if (!word.startsWith('end') && word !== 'else' && word !== 'elif') return `There is no tag named "${word}".`
  if (open === undefined) return `"${word}" closes nothing: no block is open here.`
  return `"${word}" stands inside an open "${open}" block, which must be closed first.`
}

function unknownCause(stream: TokenStream, word: string): TemplateCause {
  const open = stream.openTags.at(-1)
  if (!word.startsWith('end') && word !== 'else' && word !== 'elif') return { kind: 'unknown-tag', values: { name: word } }
  return open === undefined ? { kind: 'closes-nothing', values: { what: word } } : { kind: 'closes-other', values: { what: word, open } }
}

/** Reads one tag after its opening braces, up to its closing ones. */
export function parseTag(stream: TokenStream): readonly Statement[] {
  const tag = stream.expectKind('name', 'The name of a tag')
  if (tag.text === 'print') return parsePrint(stream)
  const parse = TAGS.get(tag.text)
  if (parse !== undefined) return [parse(stream, tag, parseTag)]
  if (FORBIDDEN.has(tag.text)) {
    throw stream.error(
      `"${tag.text}" reads another template, which is not allowed here; paste its text instead.`,
      tag,
      'template_forbidden',
      { kind: 'other-template', values: { name: tag.text } },
    )
  }
  throw stream.error(unknownTag(stream, tag.text), tag, 'template_syntax', unknownCause(stream, tag.text))
}
