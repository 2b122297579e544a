import type { Snippet } from '../../code/snippet.ts'

type Syntax = Extract<Snippet, { readonly ok: true }>['syntax']

export interface SnippetPiece {
  readonly kind: 'plain' | 'comment' | 'string' | 'keyword' | 'value'
  readonly text: string
}

export interface SnippetLine {
  readonly pieces: readonly SnippetPiece[]
  /** UTF-16 units that are not shown. */
  readonly hidden: number
}

/** Beyond this nobody reads a line: it is data. UTF-16 units. */
const LONGEST_LINE = 1_000
/** A longer program is mostly data, and shown without colours. UTF-16 units. */
const LONGEST_COLOURED = 500_000

const NUMBER = String.raw`(?<![\w$./:-])-?\d[\d.]*(?:[eE][-+]?\d+)?(?!\w)`
/** What has a beginning is a text, closed or not: so no place is looked at twice. */
const QUOTED = String.raw`"(?:[^"\\\n]+|\\.)*"?`
const words = (list: string): string => String.raw`(?<![\w$.'-])(?:${list.replaceAll(' ', '|')})(?![\w':-])`

function pattern({ comment, string, keyword, value }: Readonly<Record<'comment' | 'string' | 'keyword' | 'value', string>>): RegExp {
  return new RegExp(`(?<string>${string})|(?<comment>${comment})|(?<keyword>${keyword})|(?<value>${value})`, 'gu')
}

const PATTERNS: Readonly<Record<Syntax, RegExp>> = {
  shell: pattern({
    // In a here-document an apostrophe stands only inside of a text in quotes.
    string: String.raw`'[^']*'?|${QUOTED}`,
    comment: String.raw`(?<![^\s])#.*`,
    keyword: words('curl local set printf for in do done complete json'),
    value: `${words('true false null')}|${NUMBER}|\\$\\{?\\w+\\}?`,
  }),
  python: pattern({
    string: `\\bf?${QUOTED}|${QUOTED}`,
    comment: '#.*',
    keyword: words('def for from if import in lambda return with'),
    value: `${words('False None True')}|${NUMBER}`,
  }),
  typescript: pattern({
    string: String.raw`${QUOTED}|\x60(?:[^\x60\\]+|\\[^])*\x60?`,
    comment: String.raw`\/\/.*`,
    keyword: words('as async await const export for from function if import new of return throw'),
    value: `${words('false null true')}|${NUMBER}`,
  }),
}

/** A program as lines to read, its words told apart by what they are. Put together again they are the program, but for what is `hidden`. */
export function snippetLines(code: string, syntax: Syntax): readonly SnippetLine[] {
  const lines: SnippetPiece[][] = [[]]
  for (const { kind, text } of piecesOf(code, PATTERNS[syntax])) {
    const [first = '', ...others] = text.split('\n')
    if (first !== '') lines.at(-1)?.push({ kind, text: first })
    for (const other of others) lines.push(other === '' ? [] : [{ kind, text: other }])
  }
  // Every program ends with a line end, after which there is no line.
  if (lines.at(-1)?.length === 0) lines.pop()
  return lines.map(cut)
}

function* piecesOf(code: string, tokens: RegExp): Generator<SnippetPiece> {
  let from = 0
  for (const { 0: text, index, groups = {} } of code.length > LONGEST_COLOURED ? [] : code.matchAll(tokens)) {
    if (index > from) yield { kind: 'plain', text: code.slice(from, index) }
    const kind = (['comment', 'string', 'keyword', 'value'] as const).find((name) => groups[name] !== undefined) ?? 'plain'
    yield { kind, text }
    from = index + text.length
  }
  if (from < code.length) yield { kind: 'plain', text: code.slice(from) }
}

function cut(pieces: readonly SnippetPiece[]): SnippetLine {
  let left = LONGEST_LINE
  const shown = pieces.flatMap(({ kind, text }): readonly SnippetPiece[] => {
    const part = text.slice(0, Math.max(left, 0))
    left -= text.length
    return part === '' ? [] : [{ kind, text: part }]
  })
  return { pieces: shown, hidden: Math.max(-left, 0) }
}
