import type { SlottedText } from '../json/json-node.ts'
import { plainText } from '../json/json-node.ts'
import type { JsonSyntax } from '../json/layout.ts'
import { literalText, stringLiteral } from '../json/string-literal.ts'
import { walkJson } from '../json/walk-json.ts'
import type { SnippetRequest } from '../read-request.ts'
import type { SnippetNote } from '../snippet.ts'

/** What a parameter may not be called: words of the language, and what snippets call their own things. */
export const RESERVED_IN_JAVASCRIPT: ReadonlySet<string> = new Set(
  'arguments async await break case catch class client complete console const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null of package private process protected public response return static stream super switch this throw true try typeof undefined var void while with yield Anthropic Error JSON OpenAI Response TextDecoderStream chunk event fetch'.split(
    ' ',
  ),
)

/** A variable of the environment, where the snippet runs. */
export const environmentVariable = (name: string): string => `process.env.${name}`

const templateText = (text: string): string => literalText(text, '`').replaceAll('${', String.raw`\${`)

/** A template literal where there are places for arguments, else a string. */
function textExpression(text: SlottedText, names: readonly string[]): string {
  const plain = plainText(text)
  if (plain !== null) return stringLiteral(plain)
  const [only, ...others] = text
  if (others.length === 0 && typeof only === 'object') return names[only.parameter] ?? ''
  return `\`${text.map((piece) => (typeof piece === 'string' ? templateText(piece) : `\${${names[piece.parameter] ?? ''}}`)).join('')}\``
}

function memberName(text: SlottedText, names: readonly string[]): string {
  const plain = plainText(text)
  // Written as a name, this one would set the prototype.
  if (plain === null || plain === '__proto__') return `[${textExpression(text, names)}]`
  return /^[A-Za-z_$][\w$]*$/.test(plain) ? plain : stringLiteral(plain)
}

export const javascriptSyntax = (names: readonly string[]): JsonSyntax => ({
  indent: '  ',
  padding: ' ',
  trailingComma: true,
  literal: String,
  number: (digits) => digits,
  text: (text) => textExpression(text, names),
  name: (text) => memberName(text, names),
  lines: (lines, indent) => lines.join(` +\n${indent}  `),
})

/** Integers beyond 2^53 that a number cannot be. */
export function roundedNumbers({ body }: SnippetRequest): readonly SnippetNote[] {
  const paths = [...walkJson(body)].filter(({ node }) => node.kind === 'number' && isRounded(node.digits)).map(({ path }) => path)
  return paths.length === 0 ? [] : [{ code: 'rounded-number', paths }]
}

const isRounded = (digits: string): boolean => /^-?\d{16,}$/.test(digits) && BigInt(digits) !== BigInt(Number(digits))

/** `({ text, language }: { text: string; language: string })` */
export const javascriptSignature = (names: readonly string[]): string =>
  `({ ${names.join(', ')} }: { ${names.map((name) => `${name}: string`).join('; ')} })`

/** `({ text: "Hello", language: "Spanish" })` */
export const javascriptArguments = (names: readonly string[], { parameters }: SnippetRequest): string =>
  `({ ${names.map((name, at) => `${name}: ${stringLiteral(parameters[at]?.value ?? '')}`).join(', ')} })`
