import type { ServerResponse } from 'node:http'
import { errorBody, type OpenAiError } from './openai-error.ts'

export function sendJson(response: ServerResponse, status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void {
  const bytes = Buffer.from(JSON.stringify(body), 'utf8')
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': String(bytes.length), ...headers })
  response.end(bytes)
}

export const sendError = (response: ServerResponse, error: OpenAiError): void =>
  sendJson(response, error.status, errorBody(error), error.headers)
