import type { JsonMember, JsonNode, SlottedText } from './json-node.ts'

/** How a language writes JSON. Everything given back is one line. */
export interface JsonSyntax {
  readonly indent: string
  /** Inside the braces of an object in one line. */
  readonly padding: '' | ' '
  /** After the last element of a list that is written over several lines. */
  readonly trailingComma: boolean
  readonly literal: (value: boolean | null) => string
  readonly number: (digits: string) => string
  readonly text: (text: SlottedText) => string
  readonly name: (text: SlottedText) => string
  /** A text of several lines; null where the language writes it in one. */
  readonly lines: ((lines: readonly string[], indent: string) => string) | null
}

const WIDTH = 100
/** Shorter texts stay in one line, whatever ends of lines they hold. */
const SHORT = 40
/** Some readers take every line's joining for one more level of depth. */
const MAX_LINES = 300

/** Writes a tree, its first line without indentation, the others behind `indent`. */
export function layout(node: JsonNode, syntax: JsonSyntax, indent = ''): string {
  const line = oneLine(node, syntax, WIDTH - indent.length)
  if (line !== null) return line
  if (node.kind === 'text') return layoutText(node.text, syntax, indent)
  const inner = indent + syntax.indent
  if (node.kind === 'list')
    return broken(
      '[',
      node.items.map((item) => layout(item, syntax, inner)),
      ']',
      syntax,
      indent,
    )
  if (node.kind === 'object')
    return broken(
      '{',
      node.members.map((member) => layoutMember(member, syntax, inner)),
      '}',
      syntax,
      indent,
    )
  return scalar(node, syntax)
}

const layoutMember = ([name, value]: JsonMember, syntax: JsonSyntax, indent: string): string =>
  `${syntax.name(name)}: ${layout(value, syntax, indent)}`

/** Elements under each other; the brackets of an empty list stay together. */
export function broken(
  open: string,
  elements: readonly string[],
  close: string,
  syntax: Pick<JsonSyntax, 'indent' | 'trailingComma'>,
  indent: string,
): string {
  if (elements.length === 0) return open + close
  const last = syntax.trailingComma ? ',' : ''
  return `${open}\n${elements.map((element) => `${indent}${syntax.indent}${element}`).join(',\n')}${last}\n${indent}${close}`
}

const scalar = (node: Exclude<JsonNode, { readonly kind: 'list' | 'object' }>, syntax: JsonSyntax): string => {
  if (node.kind === 'text') return syntax.text(node.text)
  return node.kind === 'number' ? syntax.number(node.digits) : syntax.literal(node.value)
}

/** Null where it is too wide, or a text of several lines that should be seen as such. */
function oneLine(node: JsonNode, syntax: JsonSyntax, width: number): string | null {
  if (node.kind === 'list') return joined('[', node.items, ']', width, (item, left) => oneLine(item, syntax, left))
  if (node.kind === 'object') {
    return joined(`{${syntax.padding}`, node.members, `${syntax.padding}}`, width, ([name, value], left) => {
      const written = oneLine(value, syntax, left)
      return written === null ? null : `${syntax.name(name)}: ${written}`
    })
  }
  const written = scalar(node, syntax)
  return written.length > width || (node.kind === 'text' && syntax.lines !== null && written.length > SHORT && hasInnerLineEnd(node.text))
    ? null
    : written
}

function joined<Element>(
  open: string,
  elements: readonly Element[],
  close: string,
  width: number,
  write: (element: Element, width: number) => string | null,
): string | null {
  if (elements.length === 0) return open.trim() + close.trim()
  let line = open
  for (const [at, element] of elements.entries()) {
    const written = write(element, width - line.length)
    if (written === null) return null
    line += (at === 0 ? '' : ', ') + written
    if (line.length + close.length > width) return null
  }
  return line + close
}

const hasInnerLineEnd = (text: SlottedText): boolean =>
  text.some((piece, at) => typeof piece === 'string' && piece.slice(0, at === text.length - 1 ? -1 : undefined).includes('\n'))

function layoutText(text: SlottedText, syntax: JsonSyntax, indent: string): string {
  const lines = linesOf(text)
  if (syntax.lines === null || lines.length < 2 || lines.length > MAX_LINES) return syntax.text(text)
  return syntax.lines(lines.map(syntax.text), indent)
}

/** Cuts behind ends of lines; empty lines stay with the one before. */
function linesOf(text: SlottedText): readonly SlottedText[] {
  const lines: SlottedText[] = []
  let line: (string | { readonly parameter: number })[] = []
  for (const piece of text) {
    const parts = typeof piece === 'string' ? piece.split(/(?<=\n)(?!\n)/) : [piece]
    for (const part of parts) {
      line.push(part)
      if (typeof part !== 'string' || !part.endsWith('\n')) continue
      lines.push(line)
      line = []
    }
  }
  return line.length === 0 ? lines : [...lines, line]
}
