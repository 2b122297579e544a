import type { ModelApi } from '@vitrine/contracts'
import { type ClientCall, clientCall } from '../client-call.ts'
import { identifiersFor } from '../identifiers.ts'
import { type JsonMember } from '../json/json-node.ts'
import { broken, layout } from '../json/layout.ts'
import { stringLiteral } from '../json/string-literal.ts'
import type { SnippetRequest } from '../read-request.ts'
import type { Snippet } from '../snippet.ts'
import {
  environmentVariable,
  javascriptArguments,
  javascriptSignature,
  javascriptSyntax,
  RESERVED_IN_JAVASCRIPT,
  roundedNumbers,
} from './javascript.ts'

/** An official client for TypeScript. */
export interface TypescriptClient {
  readonly importLine: string
  readonly className: string
  readonly apis: readonly ModelApi[]
  readonly methods: Readonly<Partial<Record<ModelApi, { readonly path: string; readonly print: string; readonly printEvent: string }>>>
}

/** Long enough for any answer; a client that is told so does not ask for a stream instead. */
const TIMEOUT_MS = 3_600_000

export function writeTypescript(request: SnippetRequest, client: TypescriptClient): Snippet {
  const call = clientCall(request, client.apis)
  if ('code' in call) return { ok: false, refusal: call }
  const method = client.methods[call.api]
  if (method === undefined) return { ok: false, refusal: { code: 'other-api', api: call.api } }
  const { names, notes } = identifiersFor(request.parameters, RESERVED_IN_JAVASCRIPT)
  const isFunction = names.length > 0
  const created = `client.${method.path}(${fieldsOf(call, names, isFunction ? '  ' : '')})`
  const code = [
    client.importLine,
    '',
    `const client = new ${client.className}(${optionsOf(request, call)})`,
    '',
    ...(isFunction
      ? [
          `function complete${javascriptSignature(names)} {`,
          `  return ${created}`,
          '}',
          '',
          `const response = await complete${javascriptArguments(names, request)}`,
        ]
      : [`const response = await ${created}`]),
    ...(request.stream ? ['for await (const event of response) {', `  ${method.printEvent}`, '}'] : [`console.log(${method.print})`]),
    '',
  ].join('\n')
  return { ok: true, syntax: 'typescript', code, notes: [...request.notes, ...call.notes, ...notes, ...roundedNumbers(request)] }
}

/** Fields that the client's types do not know are spread in, so that the others are still checked. */
function fieldsOf({ known, extra }: ClientCall, names: readonly string[], indent: string): string {
  const syntax = javascriptSyntax(names)
  const fields = known.map(([name, value]) => `${name}: ${layout(value, syntax, `${indent}  `)}`)
  return broken('{', extra.length === 0 ? fields : [...fields, `...(${objectOf(extra)} as object)`], '}', syntax, indent)

  function objectOf(members: readonly JsonMember[]): string {
    return layout({ kind: 'object', members }, syntax, `${indent}  `)
  }
}

function optionsOf({ headers, keyVariable }: SnippetRequest, { baseUrl, isLong }: ClientCall): string {
  const headerFields = headers.own.map(([name, value]) => `${stringLiteral(name)}: ${stringLiteral(value)}`)
  const options = [
    headers.key !== null ? `apiKey: ${environmentVariable(keyVariable)}` : 'apiKey: "none"',
    ...(baseUrl === null ? [] : [`baseURL: ${stringLiteral(baseUrl)}`]),
    ...(isLong ? [`timeout: ${TIMEOUT_MS}`] : []),
    ...(headerFields.length === 0 ? [] : [`defaultHeaders: { ${headerFields.join(', ')} }`]),
  ]
  return broken('{', options, '}', { indent: '  ', trailingComma: true }, '')
}
