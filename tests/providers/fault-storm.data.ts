import {
  chatBeginning,
  chatCompletion,
  chatErrorEvent,
  chatFailure,
  chatStream,
  htmlReply,
  jsonReply,
  RESET,
  SILENCE,
  type FakeReply,
} from '@vitrine/testkit'

/** A way for an answer to go wrong, and what a row is to end as whose last attempt met it. */
export interface Fault {
  readonly name: string
  readonly reply: (text: string) => FakeReply
  readonly code: string
  /** Whether what came before the fault is kept. */
  readonly keepsText?: true
}

export const HALF = 'Half of '

export const FAULTS: readonly Fault[] = [
  { name: '429', reply: () => chatFailure(429, { message: 'slow down' }), code: 'provider_rate_limited' },
  {
    name: '429 with Retry-After',
    reply: () => chatFailure(429, { message: 'slow down' }, { 'retry-after-ms': '7' }),
    code: 'provider_rate_limited',
  },
  {
    name: '429 with Retry-After: 0',
    reply: () => chatFailure(429, { message: 'slow down' }, { 'retry-after': '0' }),
    code: 'provider_rate_limited',
  },
  { name: '500', reply: () => chatFailure(500, { message: 'broken' }), code: 'provider_error' },
  { name: '503', reply: () => chatFailure(503, { message: 'busy' }), code: 'provider_error' },
  { name: 'reset before the answer', reply: () => RESET, code: 'provider_error' },
  { name: 'half a stream', reply: () => chatBeginning(HALF), code: 'provider_error', keepsText: true },
  {
    name: 'half a stream and a reset',
    reply: () => chatBeginning(HALF, [], { end: 'reset', pauseMs: 1 }),
    code: 'provider_error',
    keepsText: true,
  },
  { name: 'half a stream and silence', reply: () => chatBeginning(HALF, [], { end: 'hang' }), code: 'provider_timeout', keepsText: true },
  { name: 'an error event', reply: () => chatBeginning(HALF, [chatErrorEvent('stalled')]), code: 'provider_error', keepsText: true },
  { name: 'a garbled event', reply: () => chatBeginning(HALF, ['{"choices":[']), code: 'provider_error', keepsText: true },
  { name: 'silence', reply: () => SILENCE, code: 'provider_timeout' },
  { name: 'half a body', reply: (text) => ({ ...chatCompletion(text), cutAfterBytes: 40 }), code: 'provider_error' },
  { name: 'a page', reply: () => htmlReply(200), code: 'provider_error' },
  {
    name: 'another type',
    reply: () => ({ headers: { 'content-type': 'application/octet-stream' }, body: '\u0000' }),
    code: 'provider_error',
  },
  {
    name: 'a good status with an error',
    reply: () => jsonReply({ error: { message: 'no tokens today', type: 'server_error' } }),
    code: 'provider_error',
  },
]

/** Answers that are slow or oddly cut, and whole. */
export const ANSWERS: readonly ((text: string, seed: number) => FakeReply)[] = [
  (text) => chatStream(text),
  (text, seed) => chatStream(text, { split: { seed } }),
  (text) => chatStream(text, { delayMs: 20 }),
  (text, seed) => chatStream(text, { split: { seed }, pauseMs: 1 }),
  (text) => chatCompletion(text),
]
