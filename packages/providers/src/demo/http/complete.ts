import type { ServerResponse } from 'node:http'
import type { CompletionHead } from '../answer/completion-head.ts'
import { completionDocument } from '../answer/completion-document.ts'
import { writeAnswer } from '../answer/write-answer.ts'
import type { ChatRequest } from '../chat-request.ts'
import type { Turn } from '../models/demo-model.ts'
import type { DemoRuntime } from './demo-runtime.ts'
import { createPacing } from './pacing.ts'
import { completionId, toolCallId } from './response-ids.ts'
import { sendError, sendJson } from './send-json.ts'
import { streamAnswer } from './stream-answer.ts'

type AnswerTurn = Extract<Turn, { readonly kind: 'answer' }>

/** Sends an answer that is not streamed. Faults in the middle of a stream have their counterpart here. */
function sendDocument(response: ServerResponse, document: unknown, fault: AnswerTurn['fault']): void {
  if (fault === undefined) return sendJson(response, 200, document)
  if (fault.kind === 'error') {
    const message = 'The server had an error while processing your request. Sorry about that!'
    return sendError(response, { status: 500, message, type: 'server_error', param: null, code: null })
  }
  const text = JSON.stringify(document)
  const half = text.slice(0, text.length / 2)
  response.writeHead(200, {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(fault.kind === 'cut' ? text : half)),
  })
  if (fault.kind === 'garble') return void response.end(half)
  response.write(half, () => response.destroy())
}

/** Answers one completion at the pace of its model. Rejects with the signal's reason when the client leaves. */
export async function complete(
  response: ServerResponse,
  request: ChatRequest,
  turn: AnswerTurn,
  runtime: DemoRuntime,
  signal: AbortSignal,
): Promise<void> {
  const seed = runtime.nextSeed()
  const answer = writeAnswer(turn.answer, request, (index) => toolCallId(seed, index))
  const head: CompletionHead = {
    id: completionId(seed),
    created: Math.floor(runtime.clock() / 1000),
    model: request.model,
    service_tier: 'default',
    system_fingerprint: 'fp_5e1f0de300',
  }
  const tokensPerPiece = Math.max(1, Math.ceil(answer.usage.completion_tokens / turn.pace.maxPieces))
  // A larger piece takes no longer than a small one: a long answer is to be large, not slow.
  const pace = { ...turn.pace, perTokenMs: turn.pace.perTokenMs / tokensPerPiece }
  const wait = createPacing(pace, `${request.model} ${request.seed ?? ''}`, runtime, signal)
  if (!request.stream) {
    await wait(answer.usage.completion_tokens)
    return sendDocument(response, completionDocument(head, answer), turn.fault)
  }
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' })
  response.flushHeaders()
  await streamAnswer(response, {
    head,
    answer,
    includeUsage: request.includeUsage,
    tokensPerPiece,
    fault: turn.fault ?? null,
    wait,
    signal,
  })
}
