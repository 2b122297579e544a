import type { ModelApi } from '@vitrine/contracts'
import { SERVICE_TOKEN_VARIABLE } from '@vitrine/playground/code'
import type { SnippetLanguage, SnippetParameter, SnippetSource } from '@vitrine/playground/code'
import { writeSnippet } from '@vitrine/playground/code'
import type { RecordedRequest } from '@vitrine/testkit'
import { type ProgramEnd, type ProgramSyntax, runPrograms } from './run-programs.ts'
import { ANSWER, startSnippetProvider } from './snippet-provider.ts'

/** What a snippet is made of, and held against. */
export interface SnippetCase {
  readonly name: string
  readonly language: SnippetLanguage
  readonly api: ModelApi | 'service'
  /** JSON, as the wire view shows it. */
  readonly body: string
  readonly stream?: boolean
  readonly parameters?: readonly SnippetParameter[]
  readonly headers?: Readonly<Record<string, string>>
  /** Of these headers, those that have to arrive. */
  readonly carried?: Readonly<Record<string, string>>
}

const PATHS = {
  chat: '/v1/chat/completions',
  responses: '/v1/responses',
  messages: '/v1/messages',
  service: '/services/completion/test?project_id=p',
} as const

const KEYS = {
  chat: 'Bearer key-of-openai',
  responses: 'Bearer key-of-openai',
  messages: 'Bearer key-of-anthropic',
  service: 'Bearer token-of-the-service',
} as const

/** A value with its members in one order, so that equal documents are equal texts. */
export function normalised(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(normalised).join(',')}]`
  const members = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return `{${members.map(([name, held]) => `${JSON.stringify(name)}:${normalised(held)}`).join(',')}}`
}

const filled = (text: string, parameters: readonly SnippetParameter[]): string =>
  parameters.reduce((done, { marker, value }) => done.replaceAll(marker, () => value), text)

function filledValue(value: unknown, parameters: readonly SnippetParameter[]): unknown {
  if (typeof value === 'string') return filled(value, parameters)
  if (Array.isArray(value)) return value.map((item) => filledValue(item, parameters))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [filled(name, parameters), filledValue(held, parameters)]))
}

/** The body that has to arrive: the one that was shown, with its arguments, and with its stream asked for as the snippet was told. */
export function expectedBody({ api, body, stream = false, parameters = [] }: SnippetCase): unknown {
  const value = filledValue(JSON.parse(body), parameters)
  if (api === 'service' || typeof value !== 'object' || value === null) return value
  const { stream: asked, stream_options: _, ...others } = value as Readonly<Record<string, unknown>>
  if ((asked === true) === stream) return value
  if (!stream) return others
  return { ...others, stream: true, ...(api === 'chat' ? { stream_options: { include_usage: true } } : {}) }
}

const sourceOf = ({ api, body, parameters = [], headers = {} }: SnippetCase, base: string): SnippetSource => ({
  to: api === 'service' ? 'service' : 'provider',
  request: { url: base + PATHS[api], headers: { authorization: '***', 'content-type': 'application/json', ...headers }, body },
  keyVariable: api === 'service' ? SERVICE_TOKEN_VARIABLE : api === 'messages' ? 'ANTHROPIC_API_KEY' : 'OPENAI_API_KEY',
  parameters,
})

/** Writes every case's snippet, runs them all, and holds what arrived against what was shown: what is wrong, a few of it. */
export async function wrongSnippets(syntax: ProgramSyntax, cases: readonly SnippetCase[]): Promise<readonly unknown[]> {
  const provider = await startSnippetProvider()
  try {
    const snippets = cases.map((one, at) =>
      writeSnippet(one.language, sourceOf(one, `${provider.origin}/n${at}`), { stream: one.stream ?? false }),
    )
    const ends = await runPrograms(
      syntax,
      snippets.map((snippet) => (snippet.ok ? snippet.code : '')),
    )
    const wrong = cases.flatMap((one, at) => {
      const snippet = snippets[at]
      const problem = snippet?.ok === true ? problemOf(one, ends[at], provider.requestOf(at)) : { refused: snippet }
      return problem === null ? [] : [Object.assign(problem, { name: one.name, language: one.language, snippet })]
    })
    const isCounted = provider.requests.length === cases.length
    return isCounted ? wrong.slice(0, 3) : [...wrong.slice(0, 3), { requests: provider.requests.length, programs: cases.length }]
  } finally {
    await provider.close()
  }
}

/** What is wrong with what a program did; null where nothing is. */
function problemOf(one: SnippetCase, end: ProgramEnd | undefined, request: RecordedRequest | undefined): Record<string, unknown> | null {
  if (end?.ok !== true || request === undefined) return { failed: end?.output.slice(-1000) }
  const arrived = normalised(JSON.parse(request.text))
  const expected = normalised(expectedBody(one))
  if (arrived !== expected) return { arrived: excerptAt(arrived, expected), expected: excerptAt(expected, arrived) }
  const key = request.headers['authorization']
  if (key !== KEYS[one.api]) return { key }
  for (const [name, value] of Object.entries(one.carried ?? {}))
    if (request.headers[name] !== value) return { header: name, arrived: request.headers[name] }
  return end.output.includes(ANSWER) && request.method === 'POST' ? null : { printed: end.output.slice(0, 500), method: request.method }
}

function excerptAt(text: string, other: string): string {
  let at = 0
  while (at < text.length && text[at] === other[at]) at++
  return text.slice(Math.max(at - 60, 0), at + 100)
}
