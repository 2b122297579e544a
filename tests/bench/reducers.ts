import { anthropic, openAiChat, openAiResponses, type Dialect } from '@vitrine/providers'
import { type BenchResult, compared, median } from './result.ts'

/** The smallest, twice as many, four times as many. */
const DELTAS = [25_000, 50_000, 100_000] as const
const ARGUMENT_CHARS = [250_000, 500_000, 1_000_000] as const
const PIECE = '{"a":[1,2,3]},  '
const ROUNDS = 5

interface Told {
  readonly dialect: Dialect
  /** Events of a stream, as the text behind `data:`. */
  readonly text: (deltas: number) => readonly string[]
  readonly call: (pieces: number) => readonly string[]
}

const repeated = (count: number, event: object): readonly string[] => Array.from({ length: count }, () => JSON.stringify(event))
const framed = (first: readonly object[], middle: readonly string[], last: readonly object[]): readonly string[] => [
  ...first.map((event) => JSON.stringify(event)),
  ...middle,
  ...last.map((event) => JSON.stringify(event)),
]

const chatChoice = (delta: object, finish: string | null = null): object => ({
  id: 'c',
  model: 'm',
  choices: [{ index: 0, delta, finish_reason: finish }],
})
const chat: Told = {
  dialect: openAiChat,
  text: (deltas) => framed([], repeated(deltas, chatChoice({ content: ' word' })), [chatChoice({}, 'stop')]),
  call: (pieces) =>
    framed(
      [chatChoice({ tool_calls: [{ index: 0, id: 'call_1', function: { name: 'f', arguments: '' } }] })],
      repeated(pieces, chatChoice({ tool_calls: [{ index: 0, function: { arguments: PIECE } }] })),
      [chatChoice({}, 'tool_calls')],
    ),
}

const response = {
  id: 'r',
  object: 'response',
  model: 'm',
  status: 'completed',
  output: [],
  usage: { input_tokens: 1, output_tokens: 1, total_tokens: 2 },
}
const messageItem = { id: 'm1', type: 'message', role: 'assistant', status: 'in_progress', content: [] }
const callItem = { id: 'f1', type: 'function_call', call_id: 'call_1', name: 'f', arguments: '' }
const responses: Told = {
  dialect: openAiResponses,
  text: (deltas) =>
    framed(
      [
        { type: 'response.created', response: { ...response, status: 'in_progress' } },
        { type: 'response.output_item.added', output_index: 0, item: messageItem },
        {
          type: 'response.content_part.added',
          item_id: 'm1',
          output_index: 0,
          content_index: 0,
          part: { type: 'output_text', text: '', annotations: [] },
        },
      ],
      repeated(deltas, { type: 'response.output_text.delta', item_id: 'm1', output_index: 0, content_index: 0, delta: ' word' }),
      [{ type: 'response.completed', response }],
    ),
  call: (pieces) =>
    framed(
      [
        { type: 'response.created', response: { ...response, status: 'in_progress' } },
        { type: 'response.output_item.added', output_index: 0, item: callItem },
      ],
      repeated(pieces, { type: 'response.function_call_arguments.delta', item_id: 'f1', output_index: 0, delta: PIECE }),
      [{ type: 'response.completed', response }],
    ),
}

const start = {
  type: 'message_start',
  message: { id: 'm', model: 'm', role: 'assistant', content: [], usage: { input_tokens: 1, output_tokens: 1 } },
}
const stop = (reason: string): readonly object[] => [
  { type: 'content_block_stop', index: 0 },
  { type: 'message_delta', delta: { stop_reason: reason }, usage: { output_tokens: 9 } },
  { type: 'message_stop' },
]
const block = (content: object): object => ({ type: 'content_block_start', index: 0, content_block: content })
const messages: Told = {
  dialect: anthropic,
  text: (deltas) =>
    framed(
      [start, block({ type: 'text', text: '' })],
      repeated(deltas, { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: ' word' } }),
      stop('end_turn'),
    ),
  call: (pieces) =>
    framed(
      [start, block({ type: 'tool_use', id: 'call_1', name: 'f', input: {} })],
      repeated(pieces, { type: 'content_block_delta', index: 0, delta: { type: 'input_json_delta', partial_json: PIECE } }),
      stop('tool_use'),
    ),
}

/** Milliseconds that a dialect takes over a stream; fails where the answer is not all there. */
function timed(dialect: Dialect, events: readonly string[], chars: number): number {
  const reducer = dialect.createReducer({ headers: {} })
  let told = 0
  const startMs = performance.now()
  for (const data of events) for (const event of reducer.push({ data })) if (event.type === 'part-delta') told += event.delta.length
  const rest = reducer.end()
  const ms = performance.now() - startMs
  if (rest.some(({ type }) => type === 'error') || told !== chars) throw new Error(`${dialect.name} told ${told} of ${chars} characters.`)
  return ms
}

/**
 * The time of the largest against what the two smaller ones let expect by a straight line: work that grows with the square of the length
 * would be twice as much.
 */
function fit(
  dialect: Dialect,
  sizes: readonly number[],
  write: (size: number) => readonly string[],
  charsOf: (size: number) => number,
): readonly (readonly [number, number])[] {
  const streams = sizes.map((size) => ({ size, events: write(size) }))
  const round = (): readonly number[] => streams.map(({ size, events }) => timed(dialect, events, charsOf(size)))
  round()
  return Array.from({ length: ROUNDS }, () => {
    const [small = Number.NaN, middle = Number.NaN, large = Number.NaN] = round()
    return [large, median([small * 4, middle * 2])] as const
  })
}

/** Work in proportion to the length: 100,000 deltas of text, and a tool argument of 1 MB in pieces of sixteen characters. */
export function reducersBench(): Promise<readonly BenchResult[]> {
  const results = [chat, responses, messages].flatMap(({ dialect, text, call }) => {
    const facts = { bench: 'reducers', unit: 'ms', peerName: 'a straight line', goal: 1.4 }
    return [
      compared(
        { ...facts, what: `${dialect.name}: ${DELTAS[2]} deltas` },
        fit(dialect, DELTAS, text, (deltas) => deltas * ' word'.length),
      ),
      compared(
        { ...facts, what: `${dialect.name}: a tool argument of 1 MB` },
        fit(
          dialect,
          ARGUMENT_CHARS,
          (chars) => call(chars / PIECE.length),
          (chars) => chars,
        ),
      ),
    ]
  })
  return Promise.resolve(results)
}
