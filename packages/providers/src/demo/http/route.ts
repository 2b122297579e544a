import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { DemoModel } from '../models/demo-model.ts'
import { DEMO_MODELS } from '../models/registry.ts'
import { readChatRequest } from '../request/read-chat-request.ts'
import { authorize } from './authorize.ts'
import { complete } from './complete.ts'
import type { DemoRuntime } from './demo-runtime.ts'
import type { OpenAiError } from './openai-error.ts'
import { readBody } from './read-body.ts'
import { requestId } from './response-ids.ts'
import { sendError, sendJson } from './send-json.ts'

const models: ReadonlyMap<string, DemoModel> = new Map(DEMO_MODELS.map((model) => [model.name, model]))
/** When the demo models were made, in seconds since 1970; the model list must name a time. */
const MADE_AT = 1_767_225_600

const notFound = (message: string, code: string | null, param: string | null): OpenAiError => ({
  status: 404,
  message,
  type: 'invalid_request_error',
  param,
  code,
})
const modelCard = ({ name }: DemoModel): object => ({ id: name, object: 'model', created: MADE_AT, owned_by: 'vitrine-demo' })
const noSuchModel = (name: string): OpenAiError =>
  notFound(`The model '${name}' does not exist or you do not have access to it.`, 'model_not_found', 'model')

/** The id that a client gives to all attempts of one call; without one, requests that are alike count as attempts of one call. */
function callKey(request: IncomingMessage, body: string): string {
  const id = request.headers['x-client-request-id']
  return typeof id === 'string' && id !== '' ? `id ${id}` : `body ${createHash('sha256').update(body).digest('base64')}`
}

async function answerChat(request: IncomingMessage, response: ServerResponse, runtime: DemoRuntime, signal: AbortSignal): Promise<void> {
  const body = await readBody(request)
  if (!body.ok) return sendError(response, body.error)
  const read = readChatRequest(body.json)
  if (!read.ok) return sendError(response, read.error)
  const model = models.get(read.request.model)
  if (model === undefined) return sendError(response, noSuchModel(read.request.model))
  const turn = model.take(read.request, () => runtime.attempts.next(`${model.name} ${callKey(request, body.text)}`))
  if (turn.kind === 'silence') return
  if (turn.kind === 'hang-up') return void response.destroy()
  if (turn.kind === 'refused') return sendError(response, turn.error)
  await complete(response, read.request, turn, runtime, signal)
}

/** Answers one request. Rejects only where the client left or its connection broke, when there is nobody to answer. */
export async function route(request: IncomingMessage, response: ServerResponse, runtime: DemoRuntime, signal: AbortSignal): Promise<void> {
  response.setHeader('x-request-id', requestId(runtime.nextSeed()))
  const refusal = authorize(request.headers.authorization, runtime.apiKey)
  if (refusal !== null) return sendError(response, refusal)
  const path = new URL(request.url ?? '/', 'http://localhost').pathname
  if (path === '/v1/chat/completions') {
    if (request.method === 'POST') return answerChat(request, response, runtime, signal)
    const message = `Not allowed to ${request.method ?? ''} on ${path} (HINT: Perhaps you meant to use POST).`
    return sendError(response, { ...notFound(message, 'method_not_supported', null), status: 405, headers: { allow: 'POST' } })
  }
  if (request.method === 'GET' && path === '/v1/models')
    return sendJson(response, 200, { object: 'list', data: DEMO_MODELS.map(modelCard) })
  const named = /^\/v1\/models\/([^/]+)$/.exec(path)?.[1]
  if (request.method === 'GET' && named !== undefined) {
    const model = models.get(named)
    return model === undefined ? sendError(response, noSuchModel(named)) : sendJson(response, 200, modelCard(model))
  }
  return sendError(response, notFound(`Invalid URL (${request.method ?? ''} ${path})`, null, null))
}
