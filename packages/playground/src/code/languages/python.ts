import { plainText, type SlottedText } from '../json/json-node.ts'
import type { JsonSyntax } from '../json/layout.ts'
import { literalText, stringLiteral } from '../json/string-literal.ts'
import type { SnippetRequest } from '../read-request.ts'

/** What a parameter may not be called: words of the language, and what snippets call their own things. */
export const RESERVED_IN_PYTHON: ReadonlySet<string> = new Set(
  'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda match nonlocal not or pass raise return try type while with yield anthropic Anthropic Stream chunk client complete event json openai OpenAI os print response str'.split(
    ' ',
  ),
)

const LITERALS = new Map<boolean | null, string>([
  [null, 'None'],
  [true, 'True'],
  [false, 'False'],
])

const formatText = (text: string): string => literalText(text).replaceAll('{', '{{').replaceAll('}', '}}')

/** A formatted literal where there are places for arguments, else a string. */
function textExpression(text: SlottedText, names: readonly string[]): string {
  const plain = plainText(text)
  if (plain !== null) return stringLiteral(plain)
  const [only, ...others] = text
  if (others.length === 0 && typeof only === 'object') return names[only.parameter] ?? ''
  return `f"${text.map((piece) => (typeof piece === 'string' ? formatText(piece) : `{${names[piece.parameter] ?? ''}}`)).join('')}"`
}

export const pythonSyntax = (names: readonly string[]): JsonSyntax => ({
  indent: '    ',
  padding: '',
  trailingComma: true,
  literal: (value) => LITERALS.get(value) ?? 'None',
  number: (digits) => digits,
  text: (text) => textExpression(text, names),
  name: (text) => textExpression(text, names),
  // Literals that stand side by side are one; a bare name is none, so it is put into one.
  lines: (lines, indent) => `(\n${lines.map((line) => `${indent}    ${/["]$/.test(line) ? line : `f"{${line}}"`}`).join('\n')}\n${indent})`,
})

/** `text="Hello", language="Spanish"` */
export const pythonArguments = (names: readonly string[], { parameters }: SnippetRequest): string =>
  names.map((name, at) => `${name}=${stringLiteral(parameters[at]?.value ?? '')}`).join(', ')
