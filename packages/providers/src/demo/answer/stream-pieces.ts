import type { WrittenAnswer, WrittenLogprob } from './written-answer.ts'

/** One chunk's worth of an answer: the `delta`, its log probabilities, and how many tokens it stands for. */
export interface StreamPiece {
  readonly delta: Readonly<Record<string, unknown>>
  readonly logprobs: { readonly content: readonly WrittenLogprob[] | null; readonly refusal: readonly WrittenLogprob[] | null } | null
  readonly tokens: number
}

type Logprobs = WrittenAnswer['logprobs']

function* grouped(
  tokens: readonly string[],
  size: number,
  toDelta: (text: string) => StreamPiece['delta'],
  toLogprobs: (start: number, end: number) => StreamPiece['logprobs'] = () => null,
): Generator<StreamPiece> {
  for (let start = 0; start < tokens.length; start += size) {
    const part = tokens.slice(start, start + size)
    yield { delta: toDelta(part.join('')), logprobs: toLogprobs(start, start + size), tokens: part.length }
  }
}

function opening(answer: WrittenAnswer): StreamPiece {
  const start = { role: 'assistant' }
  if (answer.refusal.length > 0) return { delta: { ...start, content: null, refusal: '' }, logprobs: null, tokens: 0 }
  if (answer.reasoning.length > 0) return { delta: { ...start, content: null, reasoning_content: '' }, logprobs: null, tokens: 0 }
  return {
    delta: { ...start, content: answer.toolCalls.length > 0 && answer.text.length === 0 ? null : '', refusal: null },
    logprobs: null,
    tokens: 0,
  }
}

/** The pieces of a streamed answer in order: who speaks, thinking, text or refusal, tool calls. `size` tokens go into one piece. */
export function* streamPieces(answer: WrittenAnswer, size: number): Generator<StreamPiece> {
  const logprobs: Logprobs = answer.logprobs
  yield opening(answer)
  yield* grouped(answer.reasoning, size, (text) => ({ reasoning_content: text }))
  const ofText = (start: number, end: number): StreamPiece['logprobs'] =>
    logprobs === null ? null : { content: logprobs.text.slice(start, end), refusal: null }
  yield* grouped(answer.text, size, (text) => ({ content: text }), ofText)
  const ofRefusal = (start: number, end: number): StreamPiece['logprobs'] =>
    logprobs === null ? null : { content: null, refusal: logprobs.refusal.slice(start, end) }
  yield* grouped(answer.refusal, size, (text) => ({ refusal: text }), ofRefusal)
  for (const [index, call] of answer.toolCalls.entries()) {
    yield {
      delta: { tool_calls: [{ index, id: call.id, type: 'function', function: { name: call.name, arguments: '' } }] },
      logprobs: null,
      tokens: 1,
    }
    yield* grouped(call.argumentTokens, size, (text) => ({ tool_calls: [{ index, function: { arguments: text } }] }))
  }
}
