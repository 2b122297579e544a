import { createHmac } from 'node:crypto'
import type { ErrorDetail, TestResponse } from '@vitrine/contracts'
import { SECRET } from './spawned-service.ts'

export const PROJECT = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A bearer token as an issuer of somebody else's would make it, without our own code. */
export function bearer(claims: Readonly<Record<string, unknown>> = {}): string {
  const exp = Math.floor(Date.now() / 1000) + 600
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ sub: 'tester', iss: 'vitrine', aud: 'vitrine', exp, projects: [PROJECT], ...claims })}`
  return `Bearer ${signed}.${createHmac('sha256', SECRET).update(signed).digest('base64url')}`
}

/** The example of the seed, byte for byte but for its line breaks. */
export const SEED_BODY = {
  ag_config: {
    prompt: {
      messages: [
        { role: 'system', content: 'You are a helpful assistant.' },
        { role: 'user', content: "Translate '{text}' to {language}." },
      ],
      template_format: 'fstring',
      llm_config: { model: 'gpt-4o-mini', temperature: 0.7, max_tokens: 1000 },
    },
  },
  inputs: { text: 'Hello world', language: 'Spanish' },
}

type LlmConfig = Readonly<Record<string, unknown>> & { readonly model?: string }

/** A body with one user message. */
export const bodyOf = (content: unknown, llmConfig: LlmConfig = {}, rest: Readonly<Record<string, unknown>> = {}): object => ({
  ag_config: {
    prompt: { messages: [{ role: 'user', content }], template_format: 'curly', llm_config: { model: 'gpt-4o-mini', ...llmConfig } },
  },
  inputs: {},
  ...rest,
})

export interface CallOptions {
  readonly path?: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

/** One call with a good token and project, unless told otherwise. */
export function call(
  url: string,
  body: unknown,
  { path = '/services/completion/test', method = 'POST', headers = {}, signal }: CallOptions = {},
): Promise<Response> {
  const address = path.includes('?') ? `${url}${path}` : `${url}${path}?project_id=${PROJECT}`
  return fetch(address, {
    method,
    ...(method === 'GET' ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    headers: { authorization: bearer(), 'content-type': 'application/json', ...headers },
    ...(signal === undefined ? {} : { signal }),
  })
}

export const resultOf = async (response: Promise<Response> | Response): Promise<TestResponse> =>
  (await (await response).json()) as TestResponse

export async function failureOf(
  response: Promise<Response> | Response,
): Promise<{ readonly status: number; readonly detail: ErrorDetail; readonly headers: Headers }> {
  const answered = await response
  const { detail } = (await answered.json()) as { detail: ErrorDetail }
  return { status: answered.status, detail, headers: answered.headers }
}

export interface ReceivedEvent {
  readonly type: string
  readonly data: Readonly<Record<string, unknown>>
}

/** Reads a whole stream of events. */
export async function eventsOf(response: Promise<Response> | Response): Promise<readonly ReceivedEvent[]> {
  const text = await (await response).text()
  return text
    .split('\n\n')
    .filter((block) => block !== '')
    .map((block) => {
      const [, type = '', data = ''] = /^event: (.*)\ndata: (.*)$/.exec(block) ?? []
      return { type, data: JSON.parse(data) as Readonly<Record<string, unknown>> }
    })
}
