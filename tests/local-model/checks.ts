import { setTimeout as sleep } from 'node:timers/promises'
import type { RunEvent, VitrineClient } from '@vitrine/client'
import type { TestResponse } from '@vitrine/contracts'
import { eventsOf, requestFor, textIn } from '../running/service-client.ts'
import type { ModelServer } from './start-model-server.ts'

/** One line of the table. Times in milliseconds, counts as the model's own server reported them through the service. */
export interface Outcome {
  readonly what: string
  /** What was seen, or what was wrong. */
  readonly seen: string
  readonly ok: boolean
  readonly firstTokenMs?: number
  readonly totalMs?: number
  readonly inputTokens?: number
  readonly outputTokens?: number
}

export interface Surroundings {
  readonly client: VitrineClient
  readonly server: ModelServer
  readonly model: string
}

type Check = (surroundings: Surroundings) => Promise<Outcome>

const short = (text: string): string => JSON.stringify(text.length > 48 ? `${text.slice(0, 47)}…` : text)
const tokensOf = ({ tree }: TestResponse): Pick<Outcome, 'inputTokens' | 'outputTokens'> => {
  const { prompt, completion } = tree.nodes[0]?.metrics.acc.tokens ?? {}
  return { ...(prompt === undefined ? {} : { inputTokens: prompt }), ...(completion === undefined ? {} : { outputTokens: completion }) }
}
const dataOf = ({ data }: TestResponse): string => (typeof data === 'string' ? data : JSON.stringify(data))
const failed = (what: string, seen: string): Outcome => ({ what, seen, ok: false })
const hasCounts = ({ inputTokens = 0, outputTokens = 0 }: Pick<Outcome, 'inputTokens' | 'outputTokens'>): boolean =>
  inputTokens > 0 && outputTokens > 0

const askOnce = (
  { client, model }: Surroundings,
  text: string,
  settings: Parameters<typeof requestFor>[3] = {},
): ReturnType<VitrineClient['runOnce']> => client.runOnce('completion', requestFor(model, text, {}, { temperature: 0, ...settings }))

const isListed: Check = async ({ client, model }) => {
  const what = 'listed with its context'
  const listed = await client.models()
  const found = listed.ok ? listed.value.models.find(({ id }) => id === model) : undefined
  if (found === undefined) return failed(what, 'it is not in the list')
  return { what, seen: `${found.context_tokens} tokens of context`, ok: found.usable && found.context_tokens === 2048 }
}

const answersWhole: Check = async (surroundings) => {
  const what = 'an answer in one piece'
  const startMs = performance.now()
  const reply = await askOnce(surroundings, 'What is the capital of France? Answer in one word.', { max_tokens: 24 })
  if (!reply.ok) return failed(what, reply.failure.message)
  const text = dataOf(reply.value)
  const counts = tokensOf(reply.value)
  return { what, seen: short(text), ok: text.includes('Paris') && hasCounts(counts), totalMs: performance.now() - startMs, ...counts }
}

const streams: Check = async ({ client, model }) => {
  const what = 'a stream'
  const startMs = performance.now()
  let firstTokenMs: number | null = null
  const events: RunEvent[] = []
  for await (const event of client.run('completion', requestFor(model, 'Count from 1 to 10.', {}, { temperature: 0, max_tokens: 48 }))) {
    if (event.type === 'part-delta') firstTokenMs ??= performance.now() - startMs
    events.push(event)
  }
  const end = events.at(-1)
  if (end?.type !== 'result' || firstTokenMs === null) return failed(what, `it ended with ${end?.type}`)
  const counts = tokensOf(end.response)
  const pieces = events.filter(({ type }) => type === 'part-delta').length
  return {
    what: `${what} of ${pieces} pieces`,
    seen: short(textIn(events)),
    ok: pieces > 5 && hasCounts(counts) && textIn(events) === end.response.data,
    firstTokenMs,
    totalMs: performance.now() - startMs,
    ...counts,
  }
}

const fillsSchema: Check = async (surroundings) => {
  const what = 'a JSON schema'
  const schema = {
    type: 'object',
    properties: { name: { type: 'string' }, age: { type: 'integer' } },
    required: ['name', 'age'],
    additionalProperties: false,
  }
  const startMs = performance.now()
  const reply = await askOnce(surroundings, 'Ann is 34 years old. Give her name and her age.', {
    max_tokens: 64,
    response_format: { type: 'json_schema', json_schema: { name: 'person', schema } },
  })
  if (!reply.ok) return failed(what, reply.failure.message)
  const { parsed } = reply.value
  const isPerson = typeof parsed === 'object' && parsed !== null && 'name' in parsed && 'age' in parsed
  return { what, seen: JSON.stringify(parsed), ok: isPerson, totalMs: performance.now() - startMs, ...tokensOf(reply.value) }
}

const repeats: Check = async (surroundings) => {
  const what = 'the same again at temperature 0'
  const both = [
    await askOnce(surroundings, 'Write a sentence about the sea.', { max_tokens: 32 }),
    await askOnce(surroundings, 'Write a sentence about the sea.', { max_tokens: 32 }),
  ]
  const texts = both.map((reply) => (reply.ok ? dataOf(reply.value) : reply.failure.message))
  return { what, seen: short(texts[0] ?? ''), ok: both.every(({ ok }) => ok) && texts[0] === texts[1] }
}

const stopsAtLimit: Check = async (surroundings) => {
  const what = 'max_tokens 8'
  const reply = await askOnce(surroundings, 'Tell a long story.', { max_tokens: 8 })
  if (!reply.ok) return failed(what, reply.failure.message)
  const counts = tokensOf(reply.value)
  const isCut = reply.value.finish_reason === 'length' && counts.outputTokens === 8
  return { what, seen: `finish reason ${reply.value.finish_reason}`, ok: isCut, ...counts }
}

const refusesTooLong: Check = async (surroundings) => {
  const what = 'a prompt beyond its context'
  const reply = await askOnce(surroundings, 'word '.repeat(3000))
  const code = reply.ok ? 'an answer' : reply.failure.code
  return { what, seen: code, ok: code === 'context_length_exceeded' }
}

const stopsWhenLeft: Check = async ({ client, server, model }) => {
  const what = 'the caller leaves'
  const leaving = new AbortController()
  let leftMs = 0
  for await (const event of client.run('completion', requestFor(model, 'Tell a very long story.', {}, { max_tokens: 1000 }), {
    signal: leaving.signal,
  })) {
    if (event.type !== 'part-delta' || leaving.signal.aborted) continue
    leftMs = performance.now()
    leaving.abort()
  }
  while ((await server.open()) > 0 && performance.now() - leftMs < 5_000) await sleep(10)
  const tookMs = Math.round(performance.now() - leftMs)
  return { what, seen: `the model stopped after ${tookMs} ms`, ok: tookMs < 1_000 }
}

const answersMany: Check = async ({ client, model }) => {
  const what = '8 rows at once'
  const startMs = performance.now()
  const words = ['red', 'green', 'blue', 'black', 'white', 'pink', 'grey', 'brown']
  const ends = await Promise.all(
    words.map(async (word) => {
      const request = requestFor(model, 'Name a thing that is {{word}}.', { word }, { temperature: 0, max_tokens: 16 })
      return (await eventsOf(client.run('completion', request))).at(-1)
    }),
  )
  const results = ends.flatMap((end) => (end?.type === 'result' ? [tokensOf(end.response)] : []))
  const sum = (name: 'inputTokens' | 'outputTokens'): number => results.reduce((total, counts) => total + (counts[name] ?? 0), 0)
  return {
    what,
    seen: `${results.length} answered`,
    ok: results.length === words.length && results.every(hasCounts),
    totalMs: performance.now() - startMs,
    inputTokens: sum('inputTokens'),
    outputTokens: sum('outputTokens'),
  }
}

export const CHECKS: readonly Check[] = [
  isListed,
  answersWhole,
  streams,
  fillsSchema,
  repeats,
  stopsAtLimit,
  refusesTooLong,
  stopsWhenLeft,
  answersMany,
]
