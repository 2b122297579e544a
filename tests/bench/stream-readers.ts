import { createInterface } from 'node:readline'
import { createProvider, createUndiciTransport, openAiChat, type Transport } from '@vitrine/providers'
import { OpenAI } from 'openai'
import { STREAM_END, streamChunk } from './stream-chunks.ts'

/**
 * Reads streams in a process of its own, as a line of its input asks: `ours 50`. Answers with a line of JSON: microseconds of processor
 * time and chunks, or bytes of memory for each stream that is open.
 */
const baseURL = process.env['UPSTREAM'] ?? ''
const CHUNKS_AT_HAND = 20_000
const messages = [{ role: 'user', content: 'Say many words.' }] as const

/** The bytes are there already: what is left is the work of reading them. */
function bytesAtHand(): ReadableStream<Uint8Array> {
  const word = streamChunk(' word')
  let sent = 0
  return new ReadableStream({
    pull(controller) {
      sent += 1
      if (sent <= CHUNKS_AT_HAND) controller.enqueue(word)
      else {
        controller.enqueue(STREAM_END)
        controller.close()
      }
    },
  })
}

const headers = { 'content-type': 'text/event-stream' }
const atHand: Transport = {
  send: () => Promise.resolve({ status: 200, headers, body: bytesAtHand(), cancel: () => undefined }),
  close: () => Promise.resolve(),
}
const providerOver = (transport: Transport) =>
  createProvider({ dialect: openAiChat, transport, random: Math.random, sleep: () => Promise.resolve() })
const provider = { wire: providerOver(createUndiciTransport({ connectionsPerOrigin: 2_000 })), hand: providerOver(atHand) }
const clientOver = (fetch?: () => Promise<Response>): OpenAI =>
  new OpenAI({ apiKey: 'sk-bench', baseURL, maxRetries: 0, ...(fetch === undefined ? {} : { fetch }) })
const client = { wire: clientOver(), hand: clientOver(() => Promise.resolve(new Response(bytesAtHand(), { headers }))) }

async function ours(from: 'wire' | 'hand', onStart: () => void = () => undefined): Promise<number> {
  const prepared = provider[from].prepare({
    endpoint: { baseUrl: baseURL, apiKey: 'sk-bench' },
    model: 'gpt-4o-mini',
    facts: null,
    messages,
    settings: { model: 'gpt-4o-mini' },
    stream: true,
  })
  if (!prepared.ok) throw new Error(prepared.error.message)
  const context = { signal: new AbortController().signal, requestId: 'r', wire: 'none', clock: () => performance.now() } as const
  let count = 0
  for await (const event of provider[from].run(prepared.call, context)) {
    if (event.type === 'error') throw new Error(event.error.message)
    if (event.type !== 'part-delta') continue
    count += 1
    if (count === 1) onStart()
  }
  return count
}

async function theirs(from: 'wire' | 'hand'): Promise<number> {
  let count = 0
  const stream = await client[from].chat.completions.create({
    model: 'gpt-4o-mini',
    messages: [...messages],
    stream: true,
    stream_options: { include_usage: true },
  })
  for await (const chunk of stream) if (typeof chunk.choices[0]?.delta.content === 'string') count += 1
  return count
}

async function measured(read: () => Promise<number>, streams: number): Promise<object> {
  const before = process.cpuUsage()
  const counts = await Promise.all(Array.from({ length: streams }, read))
  const { user, system } = process.cpuUsage(before)
  const chunks = counts.reduce((sum, count) => sum + count, 0)
  return { usPerChunk: (user + system) / chunks, chunks }
}

function bytesInUse(): number {
  for (let round = 0; round < 4; round += 1) globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

/** Memory is read when every stream has begun and none has ended. */
async function held(streams: number): Promise<object> {
  const before = bytesInUse()
  let begun = 0
  let bytesPerStream = 0
  const onStart = (): void => {
    begun += 1
    if (begun === streams) bytesPerStream = (bytesInUse() - before) / streams
  }
  const counts = await Promise.all(Array.from({ length: streams }, () => ours('wire', onStart)))
  return { bytesPerStream, chunks: counts.reduce((sum, count) => sum + count, 0) }
}

const answers: Readonly<Record<string, (streams: number) => Promise<object>>> = {
  ours: (streams) => measured(() => ours('wire'), streams),
  theirs: (streams) => measured(() => theirs('wire'), streams),
  'ours-at-hand': (streams) => measured(() => ours('hand'), streams),
  'theirs-at-hand': (streams) => measured(() => theirs('hand'), streams),
  hold: held,
}
console.log('ready')
for await (const line of createInterface({ input: process.stdin })) {
  const [what = '', streams] = line.split(' ')
  console.log(JSON.stringify(await answers[what]?.(Number(streams))))
}
