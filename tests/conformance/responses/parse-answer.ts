import { createOpenAiResponses, readSse, type Dialect } from '@vitrine/providers'
import type { ProviderEvent } from '@vitrine/contracts'
import { judgeAnswer } from './answer-wishes.ts'
import { booleanOf, fieldsOf, isFields, listOf, numberOf, textOf, type Fields } from './fields.ts'
import { toSeedMessages } from './seed-messages.ts'
import type { Verdict } from './verdict.ts'

export function judgeWholeAnswer(body: unknown, expected: unknown): Verdict {
  const events = createOpenAiResponses().readBody(body, {})
  const usage = usageOf(fieldsOf(body))
  return judgeAnswer(
    { events, messages: toSeedMessages(events, { showsThinking: false, id: null, usage, settled: events.length }) },
    expected,
  )
}

export async function judgeStream(input: unknown, expected: unknown): Promise<Verdict> {
  const { sse, model, config, sseBytesSplitEvery: every } = fieldsOf(input)
  const text = listOf(sse).map(String).join('')
  const { showReasoningThinking, reasoningAllowedModels } = fieldsOf(config)
  const showsThinking = booleanOf(showReasoningThinking) ?? false
  const dialect = createOpenAiResponses({
    reasoningInText: { isShown: showsThinking, allowedModels: listOf(reasoningAllowedModels).map(String) },
  })
  // A case names the model beside its stream; a stream of the API names it in its first event.
  const named = textOf(model) === null ? '' : `data: ${JSON.stringify({ type: 'response.created', response: { model } })}\n\n`
  const { told, last } = await read(dialect, Buffer.from(named + text), numberOf(every) ?? Number.POSITIVE_INFINITY)
  const events = [...told, ...last]
  const response = responseIn(text)
  const reading = { showsThinking, id: response['id'], usage: usageOf(response), settled: told.length }
  return judgeAnswer({ events, messages: toSeedMessages(events, reading) }, expected)
}

interface Read {
  readonly told: readonly ProviderEvent[]
  /** What is told once the stream is over. */
  readonly last: readonly ProviderEvent[]
}

async function read(dialect: Dialect, bytes: Uint8Array, every: number): Promise<Read> {
  const reducer = dialect.createReducer({ headers: {} })
  const told: ProviderEvent[] = []
  for await (const batch of readSse(piecesOf(bytes, every), { maxEventChars: 1_000_000 })) {
    for (const message of batch) told.push(...reducer.push(message))
  }
  return { told, last: reducer.end() }
}

async function* piecesOf(bytes: Uint8Array, every: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.byteLength; start += every) yield bytes.subarray(start, start + every)
}

/** The last response of a stream that reports usage, as the provider wrote it; empty where none does. */
export function responseIn(sse: string): Fields {
  const responses = [...sse.matchAll(/^data: ?(.*)$/gm)].flatMap(([, data = '']) => {
    try {
      const response = fieldsOf(fieldsOf(JSON.parse(data))['response'])
      return isFields(response['usage']) ? [response] : []
    } catch {
      return []
    }
  })
  return responses.at(-1) ?? {}
}

export const usageOf = ({ usage }: Fields): Fields | null => (isFields(usage) ? usage : null)
