import { createHash } from 'node:crypto'
import type { Message, ProviderEvent } from '@vitrine/contracts'
import { anthropic } from '@vitrine/providers'
import { aCall, errorOf, eventProblems, eventsOf, partsOf, replayStream, textOf } from '@vitrine/testkit'
import { describe, expect, it } from 'vitest'
import { hasFixture, readFixture } from './kept-fixtures.ts'

interface Recording {
  readonly id: string
  readonly api: string
  readonly file: string
  readonly expect: {
    readonly textSha: string
    readonly reasoningSha: string
    readonly tools: readonly { readonly id: string; readonly name: string; readonly arguments: string }[]
    readonly finish: string | null
    readonly usage: Readonly<Record<string, number | null>> | null
    readonly error: { readonly message: string } | null
    readonly blockTypes: readonly string[]
    readonly stop_details?: object
  }
}

const INDEX = 'streams/index.json'
const index: readonly Recording[] = hasFixture(INDEX) ? JSON.parse(Buffer.from(readFixture(INDEX)).toString('utf8')) : []
const recordings = index.filter(({ api }) => api === 'anthropic')

const shaOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)
const read = (file: string): Promise<readonly ProviderEvent[]> => replayStream(anthropic, readFixture(`streams/${file}`))

describe.runIf(recordings.length > 0)('recorded messages', () => {
  it('are all there', () => {
    expect(recordings.length).toBeGreaterThanOrEqual(11)
  })

  describe.each(recordings)('$id', ({ expect: expected, file }) => {
    it('comes out as the index says', async () => {
      const events = await read(file)
      expect(eventProblems(events)).toEqual([])
      expect([shaOf(textOf(events)), shaOf(textOf(events, 'thinking'))]).toEqual([expected.textSha, expected.reasoningSha])
      const calls = partsOf(events).flatMap((part) =>
        part.kind === 'tool-call' ? [{ id: part.id, name: part.name, arguments: part.arguments }] : [],
      )
      expect(calls).toEqual(expected.tools)
    })

    it('ends as the index says', async () => {
      const events = await read(file)
      const isDeclared = expected.error === null && expected.finish !== null
      const natives = eventsOf(events, 'response-end').map(({ nativeFinishReason }) => nativeFinishReason)
      expect(natives).toEqual(isDeclared ? [expected.finish] : [])
      expect(errorOf(events)?.message ?? '').toContain(expected.error?.message.slice(0, 60) ?? '')
      expect(errorOf(events) === null).toBe(isDeclared)
      const { input_tokens: uncached, cache_read_input_tokens: cached, cache_creation_input_tokens: written } = expected.usage ?? {}
      // Of an answer that was cut off, nobody counted the output.
      const told = eventsOf(events, 'usage').map(({ inputTokens, outputTokens, cachedTokens }) => [
        inputTokens,
        outputTokens,
        cachedTokens ?? 0,
      ])
      const counted = [(uncached ?? 0) + (cached ?? 0) + (written ?? 0), expected.usage?.['output_tokens'], cached ?? 0]
      expect(told).toEqual(isDeclared && expected.usage !== null ? [counted] : [])
    })

    it('loses no block: each is a part of ours, or kept as it came', async () => {
      const events = await read(file)
      const kinds = partsOf(events).map(({ kind }) => kind)
      const isOwn = (type: string): boolean => /^(?:text|thinking|redacted_thinking|tool_use)$/.test(type)
      expect(kinds.filter((kind) => kind === 'tool-call')).toHaveLength(expected.blockTypes.filter((type) => type === 'tool_use').length)
      expect(kinds.includes('text')).toBe(textOf(events) !== '')
      const kept = new Set(eventsOf(events, 'raw').map(({ eventType }) => eventType))
      expect(expected.blockTypes.filter((type) => !isOwn(type) && !kept.has(type))).toEqual([])
    })

    it('comes out the same from pieces of every size', async () => {
      const whole = await read(file)
      const bytes = readFixture(`streams/${file}`)
      expect(await replayStream(anthropic, bytes, { split: 'bytes' })).toEqual(whole)
      for (const seed of [1, 2, 3]) expect(await replayStream(anthropic, bytes, { split: { seed } })).toEqual(whole)
    })

    it('comes out the same without its event lines, and with other line ends', async () => {
      const whole = await read(file)
      const bare = Buffer.from(readFixture(`streams/${file}`))
        .toString('utf8')
        .replaceAll(/^event: .*\r?\n/gm, '')
      expect(await replayStream(anthropic, Buffer.from(bare))).toEqual(whole)
      expect(await replayStream(anthropic, Buffer.from(bare.replaceAll('\n', '\r\n').trimEnd()))).toEqual(whole)
    })
  })

  it('put what a refusal says into the answer, and keep its category', async () => {
    const events = await read('anthropic-refusal.sse')
    expect(textOf(events, 'refusal')).toMatch(/^This request triggered/)
    expect(eventsOf(events, 'raw')).toMatchObject([{ eventType: 'stop_details', data: { category: 'cyber' } }])
    expect(events.at(-1)).toMatchObject({
      type: 'response-end',
      finishReason: 'refusal',
      model: expect.any(String),
      responseId: expect.any(String),
    })
  })

  it('put sources beside the text that cites them', async () => {
    const cited = partsOf(await read('anthropic-web-search.sse')).flatMap((part) => (part.kind === 'text' ? (part.annotations ?? []) : []))
    expect(cited.length).toBeGreaterThan(3)
    expect(cited[0]).toMatchObject({ type: 'web_search_result_location', url: expect.stringContaining('http') })
  })

  it('go back byte for byte: signature, searches and their results', async () => {
    const events = await read('anthropic-web-search.sse')
    const native = eventsOf(events, 'response-end')[0]?.native
    const answer: Message = { role: 'assistant', content: textOf(events), ...(native === undefined ? {} : { native }) }
    const messages: readonly Message[] = [{ role: 'user', content: 'Weather?' }, answer, { role: 'user', content: 'And tomorrow?' }]
    const prepared = anthropic.prepare(aCall({}, { model: 'claude-sonnet-4-0', messages }))
    if (!prepared.ok) throw new Error(prepared.error.message)
    const [, sent] = JSON.parse(prepared.call.request.body).messages
    expect(JSON.stringify(sent.content)).toBe(JSON.stringify(native?.items))
    const recorded = Buffer.from(readFixture('streams/anthropic-web-search.sse')).toString('utf8')
    const signature = /"signature_delta","signature":"([^"]+)"/.exec(recorded)?.[1]
    expect(sent.content[0]).toMatchObject({ type: 'thinking', signature })
    expect(prepared.call.settings.dropped).toEqual([])
  })

  it('need nothing of their own to go back where they are text and calls alone', async () => {
    for (const file of ['anthropic-short.sse', 'anthropic-tool-use-sdk.sse', 'anthropic-tools-2.sse']) {
      expect(eventsOf(await read(file), 'response-end')[0]).not.toHaveProperty('native')
    }
  })
})
