import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import type { CompletionHead } from '../answer/completion-head.ts'
import { streamPieces, type StreamPiece } from '../answer/stream-pieces.ts'
import type { WrittenAnswer } from '../answer/written-answer.ts'
import type { Fault } from '../models/demo-model.ts'

export interface StreamPlan {
  readonly head: CompletionHead
  readonly answer: WrittenAnswer
  readonly includeUsage: boolean
  readonly tokensPerPiece: number
  readonly fault: Fault | null
  readonly wait: (tokens: number) => Promise<void>
  readonly signal: AbortSignal
}

const OPENAI_ERROR_EVENT = {
  error: {
    message: 'The server had an error while processing your request. Sorry about that!',
    type: 'server_error',
    param: null,
    code: null,
  },
}

/**
 * Writes an answer as server-sent events, in the very form of OpenAI: a role, one chunk per piece, the finish reason, usage with no choices,
 * `[DONE]`. Rejects with the signal's reason as soon as the client is gone.
 */
export async function streamAnswer(response: ServerResponse, plan: StreamPlan): Promise<void> {
  const send = async (data: string): Promise<void> => {
    if (!response.write(`data: ${data}\n\n`)) await once(response, 'drain', { signal: plan.signal })
  }
  const chunk = (piece: Pick<StreamPiece, 'delta' | 'logprobs'>, finishReason: string | null): string =>
    JSON.stringify({
      ...plan.head,
      object: 'chat.completion.chunk',
      choices: [{ index: 0, delta: piece.delta, logprobs: piece.logprobs, finish_reason: finishReason }],
      ...(plan.includeUsage ? { usage: null } : {}),
    })

  let tokens = 0
  let isGarbled = false
  for (const piece of streamPieces(plan.answer, plan.tokensPerPiece)) {
    await plan.wait(tokens + piece.tokens)
    if (plan.fault !== null && tokens >= plan.fault.afterTokens) {
      if (plan.fault.kind === 'cut') return void response.destroy()
      if (plan.fault.kind === 'error') {
        await send(JSON.stringify(OPENAI_ERROR_EVENT))
        return void response.end()
      }
      if (!isGarbled) await send('{"id":"chatcmpl-garbled","object":"chat.completion.chunk","choices":[{"index":0,"delta":{"content":"gar')
      isGarbled = true
    }
    await send(chunk(piece, null))
    tokens += piece.tokens
  }
  await send(chunk({ delta: {}, logprobs: null }, plan.answer.finishReason))
  if (plan.includeUsage)
    await send(JSON.stringify({ ...plan.head, object: 'chat.completion.chunk', choices: [], usage: plan.answer.usage }))
  await send('[DONE]')
  response.end()
}
