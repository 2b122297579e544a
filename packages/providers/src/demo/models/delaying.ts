import type { OpenAiError } from '../http/openai-error.ts'
import type { DemoModel, Turn } from './demo-model.ts'
import { writer } from './writer.ts'

const OVERLOADED: OpenAiError = {
  status: 503,
  message: 'The engine is currently overloaded, please try again later.',
  type: 'server_error',
  param: null,
  code: null,
}
const TOO_MANY: OpenAiError = {
  status: 429,
  message: 'Rate limit reached for demo/rate-limited on requests per second: limit 1, used 1. Please try again in 1s.',
  type: 'rate_limit_error',
  param: null,
  code: 'rate_limit_exceeded',
  headers: {
    'retry-after': '1',
    'x-ratelimit-limit-requests': '1',
    'x-ratelimit-remaining-requests': '0',
    'x-ratelimit-reset-requests': '1s',
  },
}

/** Fails so many times for each request id, then answers; the next call of the same id after that begins anew. */
const failing = (name: string, times: number, error: OpenAiError): DemoModel => ({
  name,
  take: (request, attempt) => {
    const isLast = (attempt() - 1) % (times + 1) === times
    return isLast ? writer.take(request, attempt) : { kind: 'refused', error }
  },
})

function delayed(turn: Turn): Turn {
  return turn.kind === 'answer' ? { ...turn, pace: { ...turn.pace, firstTokenMs: 3000 } } : turn
}

/** Models that answer as the writer does, once they do. */
export const DELAYING_MODELS: readonly DemoModel[] = [
  failing('flaky', 2, OVERLOADED),
  failing('rate-limited', 1, TOO_MANY),
  { name: 'slow', take: (request, attempt) => delayed(writer.take(request, attempt)) },
]
