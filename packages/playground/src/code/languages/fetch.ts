import { identifiersFor } from '../identifiers.ts'
import { layout } from '../json/layout.ts'
import { stringLiteral } from '../json/string-literal.ts'
import type { SnippetRequest } from '../read-request.ts'
import { anthropicVersionOf, type KeyHeader } from '../request-headers.ts'
import {
  environmentVariable,
  javascriptArguments,
  javascriptSignature,
  javascriptSyntax,
  RESERVED_IN_JAVASCRIPT,
  roundedNumbers,
} from './javascript.ts'
import type { SnippetWriter } from './snippet-writer.ts'

const READ_STREAM = [
  'for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {',
  '  process.stdout.write(chunk)',
  '}',
]

function writeFetch(request: SnippetRequest): ReturnType<SnippetWriter['write']> {
  const { names, notes } = identifiersFor(request.parameters, RESERVED_IN_JAVASCRIPT)
  const isFunction = names.length > 0
  const call = fetchCall(request, names, isFunction ? '  ' : '')
  const lines = isFunction
    ? [
        `function complete${javascriptSignature(names)} {`,
        `  return ${call}`,
        '}',
        '',
        `const response = await complete${javascriptArguments(names, request)}`,
      ]
    : [`const response = await ${call}`]
  const code = [
    ...lines,
    'if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)',
    ...(request.stream ? READ_STREAM : ['console.log(JSON.stringify(await response.json(), null, 2))']),
    '',
    'export {}',
    '',
  ].join('\n')
  return { ok: true, syntax: 'typescript', code, notes: [...request.notes, ...notes, ...roundedNumbers(request)] }
}

function fetchCall(request: SnippetRequest, names: readonly string[], indent: string): string {
  const syntax = javascriptSyntax(names)
  const headers = headersOf(request).map(([name, value]) => `${indent}    ${stringLiteral(name)}: ${value},`)
  return [
    `fetch(${stringLiteral(request.url)}, {`,
    `${indent}  method: "POST",`,
    `${indent}  headers: {`,
    ...headers,
    `${indent}  },`,
    `${indent}  body: JSON.stringify(${layout(request.body, syntax, `${indent}  `)}),`,
    `${indent}})`,
  ].join('\n')
}

/** Names, and expressions of values. */
function headersOf({ headers, api, isService, keyVariable, stream }: SnippetRequest): readonly (readonly [string, string])[] {
  const isMessages = api === 'messages'
  return [
    ...(headers.key === null ? [] : [keyHeader(headers.key, keyVariable)]),
    ['Content-Type', stringLiteral('application/json')],
    ...(isMessages ? [['anthropic-version', stringLiteral(anthropicVersionOf(headers.own))] as const] : []),
    ...(isService ? [['Accept', stringLiteral(stream ? 'text/event-stream' : 'application/json')] as const] : []),
    ...headers.own.filter(([name]) => name !== 'anthropic-version').map(([name, value]) => [name, stringLiteral(value)] as const),
  ]
}

const keyHeader = (name: KeyHeader, variable: string): readonly [string, string] =>
  name === 'authorization'
    ? ['Authorization', `\`Bearer \${${environmentVariable(variable)}}\``]
    : [name, `${environmentVariable(variable)} ?? ""`]

export const typescriptFetch: SnippetWriter = { to: 'provider', write: writeFetch }
export const serviceFetch: SnippetWriter = { to: 'service', write: writeFetch }
