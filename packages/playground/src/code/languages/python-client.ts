import type { ModelApi } from '@vitrine/contracts'
import { type ClientCall, clientCall } from '../client-call.ts'
import { identifiersFor } from '../identifiers.ts'
import { broken, layout } from '../json/layout.ts'
import { stringLiteral } from '../json/string-literal.ts'
import { textsOf } from '../json/walk-json.ts'
import { PATHS } from '../known-fields.data.ts'
import type { SnippetRequest } from '../read-request.ts'
import type { Snippet } from '../snippet.ts'
import { pythonArguments, pythonSyntax, RESERVED_IN_PYTHON } from './python.ts'

interface PythonMethod {
  readonly path: string
  readonly print: string
  /** What of `event` is printed as it comes. */
  readonly printEvent: readonly string[]
  /** Where the types of a whole answer and of an event are imported from. */
  readonly types: { readonly module: string; readonly whole: string; readonly event: string }
}

/** An official client for Python. */
export interface PythonClient {
  readonly module: string
  readonly className: string
  readonly apis: readonly ModelApi[]
  readonly methods: Readonly<Partial<Record<ModelApi, PythonMethod>>>
}

const INDENT = '    '
const TIMEOUT_S = 3600
const LAYOUT = { indent: INDENT, trailingComma: true } as const

export function writePython(request: SnippetRequest, client: PythonClient): Snippet {
  const call = clientCall(request, client.apis)
  if ('code' in call) return { ok: false, refusal: call }
  const method = client.methods[call.api]
  if (method === undefined) return { ok: false, refusal: { code: 'other-api', api: call.api } }
  const { names, notes } = identifiersFor(request.parameters, RESERVED_IN_PYTHON)
  const hasHalves = hasLoneSurrogates(request)
  // The client refuses a call without its required fields, and cannot encode half a surrogate pair.
  const isByHand = hasHalves || call.missing.length > 0
  const indent = names.length > 0 ? INDENT : ''
  const created = isByHand ? postCall(request, call.api, method, names, indent) : createCall(call, method, names, indent)
  const code = [
    ...importsOf(client, method, request, isByHand),
    '',
    `client = ${client.className}${optionsOf(request, call)}`,
    '',
    ...(names.length > 0
      ? [
          '',
          `def complete(*, ${names.map((name) => `${name}: str`).join(', ')}):`,
          `${INDENT}return ${created}`,
          '',
          '',
          `response = complete(${pythonArguments(names, request)})`,
        ]
      : [`response = ${created}`]),
    ...(request.stream ? ['for event in response:', ...method.printEvent.map((line) => INDENT + line)] : [`print(${method.print})`]),
    '',
  ].join('\n')
  return {
    ok: true,
    syntax: 'python',
    code,
    notes: [...request.notes, ...call.notes, ...(hasHalves ? [{ code: 'lone-surrogate' } as const] : []), ...notes],
  }
}

const hasLoneSurrogates = ({ body }: SnippetRequest): boolean =>
  [...textsOf(body)].some((text) => text.some((piece) => typeof piece === 'string' && !piece.isWellFormed()))

function importsOf(
  { module, className }: PythonClient,
  { types }: PythonMethod,
  { stream }: SnippetRequest,
  isByHand: boolean,
): readonly string[] {
  if (!isByHand) return ['import os', '', `from ${module} import ${className}`]
  const own = stream ? `${className}, Stream` : className
  return [
    'import json',
    'import os',
    '',
    `from ${module} import ${own}`,
    `from ${types.module} import ${stream ? `${types.whole}, ${types.event}` : types.whole}`,
  ]
}

function createCall({ known, extra }: ClientCall, { path }: PythonMethod, names: readonly string[], indent: string): string {
  const syntax = pythonSyntax(names)
  const fields = known.map(([name, value]) => `${name}=${layout(value, syntax, indent + INDENT)}`)
  const others = extra.length === 0 ? [] : [`extra_body=${layout({ kind: 'object', members: extra }, syntax, indent + INDENT)}`]
  return `client.${path}${broken('(', [...fields, ...others], ')', LAYOUT, indent)}`
}

/** The body as a text of our own, which writes every sign that JSON knows. */
function postCall(
  { body, stream }: SnippetRequest,
  api: ModelApi,
  { types }: PythonMethod,
  names: readonly string[],
  indent: string,
): string {
  const fields = [
    stringLiteral(PATHS[api]),
    `cast_to=${types.whole}`,
    `content=json.dumps(${layout(body, pythonSyntax(names), indent + INDENT)}).encode()`,
    'options={"headers": {"Content-Type": "application/json"}}',
    ...(stream ? ['stream=True', `stream_cls=Stream[${types.event}]`] : []),
  ]
  return `client.post${broken('(', fields, ')', LAYOUT, indent)}`
}

function optionsOf({ headers, keyVariable }: SnippetRequest, { baseUrl, isLong }: ClientCall): string {
  const headerFields = headers.own.map(([name, value]) => `${stringLiteral(name)}: ${stringLiteral(value)}`)
  const options = [
    `api_key=${headers.key !== null ? `os.environ[${stringLiteral(keyVariable)}]` : stringLiteral('none')}`,
    ...(baseUrl === null ? [] : [`base_url=${stringLiteral(baseUrl)}`]),
    ...(isLong ? [`timeout=${TIMEOUT_S}`] : []),
    ...(headerFields.length === 0 ? [] : [`default_headers={${headerFields.join(', ')}}`]),
  ]
  return broken('(', options, ')', LAYOUT, '')
}
