import { identifiersFor } from '../identifiers.ts'
import type { SlottedText } from '../json/json-node.ts'
import { type JsonSyntax, layout } from '../json/layout.ts'
import { literalText } from '../json/string-literal.ts'
import type { SnippetRequest } from '../read-request.ts'
import { anthropicVersionOf } from '../request-headers.ts'
import type { SnippetNote } from '../snippet.ts'
import { JSON_FUNCTION, shellExpanded, shellWord } from './shell.ts'
import type { SnippetWriter } from './snippet-writer.ts'

/** A here-document, because a body as an argument may be too long for the system; no line of JSON is its end. */
const END = 'JSON'
const RESERVED = new Set(
  'json complete path if then else elif fi for do done case esac while until function in select time local'.split(' '),
)

const jsonSyntax = (write: (text: SlottedText) => string): JsonSyntax => ({
  indent: '  ',
  padding: ' ',
  trailingComma: false,
  literal: String,
  number: (digits) => digits,
  text: (text) => `"${write(text)}"`,
  name: (text) => `"${write(text)}"`,
  lines: null,
})

const literally = (text: SlottedText): string => text.map((piece) => (typeof piece === 'string' ? literalText(piece) : '')).join('')

function writeCurl(request: SnippetRequest): ReturnType<SnippetWriter['write']> {
  if (request.parameters.length > 0) return writeFunction(request)
  const body = layout(request.body, jsonSyntax(literally))
  return { ok: true, syntax: 'shell', code: `${command(request, '')} <<'${END}'\n${body}\n${END}\n`, notes: request.notes }
}

function writeFunction(request: SnippetRequest): ReturnType<SnippetWriter['write']> {
  const { names, notes } = identifiersFor(request.parameters, RESERVED, (name) => name.toLowerCase())
  const expanded = (text: SlottedText): string =>
    text.map((piece) => (typeof piece === 'string' ? shellExpanded(literalText(piece)) : `\${${names[piece.parameter] ?? ''}}`)).join('')
  const values = request.parameters.map(({ name, value }) => argumentOf(name, value))
  const code = [
    '#!/usr/bin/env bash',
    'set -euo pipefail',
    '',
    JSON_FUNCTION,
    '',
    'complete() {',
    `  local ${names.join(' ')}`,
    ...names.map((name, at) => `  ${name}=$(json "\${${at + 1}}")`),
    `${command(request, '  ')} <<${END}`,
    layout(request.body, jsonSyntax(expanded)),
    END,
    '}',
    '',
    `complete ${values.map(({ word }) => word).join(' ')}`,
    '',
  ].join('\n')
  return { ok: true, syntax: 'shell', code, notes: [...request.notes, ...notes, ...values.flatMap((value) => value.notes)] }
}

function argumentOf(name: string, value: string): { readonly word: string; readonly notes: readonly SnippetNote[] } {
  return {
    word: shellWord(value.replaceAll('\0', '').toWellFormed()),
    notes: [
      ...(value.includes('\0') ? [{ code: 'not-in-argument', name, what: 'nul' } as const] : []),
      ...(value.isWellFormed() ? [] : [{ code: 'not-in-argument', name, what: 'lone-surrogate' } as const]),
    ],
  }
}

function command({ url, headers, api, isService, keyVariable, stream }: SnippetRequest, indent: string): string {
  const own = headers.own.filter(([name]) => name !== 'anthropic-version').map(([name, value]) => `-H ${shellWord(`${name}: ${value}`)}`)
  const parts = [
    `curl -sS${stream ? 'N' : ''} ${shellWord(url)}`,
    ...(headers.key === null
      ? []
      : [`-H "${headers.key === 'authorization' ? 'Authorization: Bearer' : `${headers.key}:`} $${keyVariable}"`]),
    `-H 'Content-Type: application/json'`,
    ...(api === 'messages' ? [`-H ${shellWord(`anthropic-version: ${anthropicVersionOf(headers.own)}`)}`] : []),
    ...(isService ? [`-H 'Accept: ${stream ? 'text/event-stream' : 'application/json'}'`] : []),
    ...own,
    '--data-binary @-',
  ]
  return `${indent}${parts.join(` \\\n${indent}  `)}`
}

export const curl: SnippetWriter = { to: 'provider', write: writeCurl }
export const serviceCurl: SnippetWriter = { to: 'service', write: writeCurl }
