import type { DevTokenResponse, ModelsResponse, PreviewResponse, RunMode } from '@vitrine/contracts'
import type { Ask } from './ask.ts'
import { CANCELLED, type Reply, failed } from './client-failure.ts'
import type { OpenApiDocument } from './open-api-document.ts'
import { failureOfResponse, jsonOf, notOurs } from './reply-failure.ts'
import { bearer } from './run-headers.ts'
import { runUrl } from './run-url.ts'
import type { TokenSource } from './token-source.ts'
import { type Transport, send } from './transport.ts'
import type { VitrineClient } from './vitrine-client.ts'
import { replyWithToken } from './with-token.ts'

interface Service {
  readonly transport: Transport
  readonly tokens: TokenSource
  readonly prefix: string
  readonly projectId: string
  readonly headers: () => Readonly<Record<string, string>>
}

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === 'string'

// What a page reads first of each; the rest of a document is the service's own contract with itself.
const isModels = (value: unknown): value is ModelsResponse =>
  isFields(value) && isText(value['default_model']) && Array.isArray(value['models']) && value['models'].every(isModel)
const isModel = (value: unknown): boolean => isFields(value) && isText(value['id']) && isText(value['provider'])
const isOpenApi = (value: unknown): value is OpenApiDocument => isFields(value) && isText(value['openapi'])
const isDevToken = (value: unknown): value is DevTokenResponse =>
  isFields(value) && isText(value['token']) && isText(value['project_id']) && isText(value['expires_at'])
const isPreview = (value: unknown): value is PreviewResponse =>
  isFields(value) &&
  value['version'] === '3.0' &&
  Array.isArray(value['messages']) &&
  isFields(value['request']) &&
  isFields(value['price'])

/** The requests that are answered by one document. */
export function createDocuments(service: Service): Pick<VitrineClient, 'preview' | 'models' | 'schema' | 'devToken'> {
  const { transport, tokens, prefix, projectId } = service

  async function ask<Value>(
    url: string,
    is: (value: unknown) => value is Value,
    { signal, body, token }: Ask & { readonly body?: unknown; readonly token: string | null },
  ): Promise<Reply<Value>> {
    const sent = await send(transport, {
      method: body === undefined ? 'GET' : 'POST',
      url,
      headers: {
        ...service.headers(),
        ...bearer(token),
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body }),
      ...(signal ? { signal } : {}),
    })
    if ('failure' in sent) return failed(sent.failure)
    const { response } = sent
    if (!response.ok) return failed(await failureOfResponse(response))
    const text = await response.text().catch(() => '')
    if (signal?.aborted) return failed(CANCELLED)
    const value = jsonOf(text)
    return is(value) ? { ok: true, value } : failed(notOurs(response, text))
  }

  return {
    preview: (mode, body, { count, ...options } = {}) => {
      const url = runUrl(prefix, mode, projectId, 'preview')
      return replyWithToken(tokens, (token) =>
        ask(count === undefined ? url : `${url}&count=${count}`, isPreview, { ...options, body, token }),
      )
    },
    models: (options) =>
      replyWithToken(tokens, (token) =>
        ask(`${prefix}/models?project_id=${encodeURIComponent(projectId)}`, isModels, { ...options, token }),
      ),
    schema: (mode: RunMode, options) => ask(`${prefix}/${mode}/openapi.json`, isOpenApi, { ...options, token: null }),
    devToken: (options) => ask(`${prefix}/dev-token`, isDevToken, { ...options, token: null }),
  }
}
