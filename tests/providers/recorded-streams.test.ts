import { createHash } from 'node:crypto'
import type { ProviderEvent } from '@vitrine/contracts'
import { openAiChat } from '@vitrine/providers'
import { errorOf, eventProblems, eventsOf, partsOf, replayStream, textOf } from '@vitrine/testkit'
import { describe, expect, it } from 'vitest'
import { hasFixture, readFixture } from './kept-fixtures.ts'

interface Recording {
  readonly id: string
  readonly api: string
  readonly file: string
  readonly expect: {
    readonly done: boolean
    readonly textChars: number
    readonly textSha: string
    readonly reasoningChars: number
    readonly reasoningSha: string
    readonly refusal?: string
    readonly tools: readonly { readonly id: string; readonly name: string; readonly arguments: string }[]
    readonly finish: string | null
    readonly usage: Readonly<Record<string, unknown>> | null
    readonly error: { readonly message: string } | null
  }
}

const INDEX = 'streams/index.json'
const index: readonly Recording[] = hasFixture(INDEX) ? JSON.parse(Buffer.from(readFixture(INDEX)).toString('utf8')) : []
const recordings = index.filter(({ api }) => api === 'chat')

const shaOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

/** The index tells text that holds its thinking between tags as it came; ours is told apart. */
function recordedText(
  events: readonly ProviderEvent[],
  { expect: expected }: Recording,
): { readonly text: string; readonly thinking: string } {
  const text = textOf(events)
  const thinking = textOf(events, 'thinking')
  return expected.reasoningChars === 0 && thinking !== '' ? { text: `<think>${thinking}</think>${text}`, thinking: '' } : { text, thinking }
}

describe.runIf(recordings.length > 0)('recorded chat completions', () => {
  it('are all there', () => {
    expect(recordings.length).toBeGreaterThanOrEqual(17)
  })

  describe.each(recordings)('$id', (recording) => {
    const { expect: expected, file } = recording
    const read = (): Promise<readonly ProviderEvent[]> => replayStream(openAiChat, readFixture(`streams/${file}`))

    it('comes out as the index says', async () => {
      const events = await read()
      expect(eventProblems(events)).toEqual([])
      const { text, thinking } = recordedText(events, recording)
      expect([shaOf(text), shaOf(thinking)]).toEqual([expected.textSha, expected.reasoningSha])
      expect(textOf(events, 'refusal')).toBe(expected.refusal ?? '')
      const calls = partsOf(events).flatMap((part) =>
        part.kind === 'tool-call' ? [{ id: part.id, name: part.name, arguments: part.arguments }] : [],
      )
      expect(calls).toEqual(expected.tools)
    })

    it('ends as the index says', async () => {
      const events = await read()
      const natives = eventsOf(events, 'response-end').map(({ nativeFinishReason }) => nativeFinishReason)
      expect(natives).toEqual(expected.error === null ? [expected.finish] : [])
      expect(errorOf(events)?.message ?? '').toContain(expected.error?.message.slice(0, 60) ?? '')
      expect(errorOf(events) === null).toBe(expected.error === null)
      const { usage } = expected
      const [told] = eventsOf(events, 'usage')
      expect(told?.inputTokens).toBe(usage?.['prompt_tokens'])
      expect(told?.totalTokens).toBe(usage?.['total_tokens'])
      const [cost] = eventsOf(events, 'cost')
      const ticks = usage?.['cost_in_usd_ticks']
      const billed = typeof ticks === 'number' ? ticks / 1e10 : usage?.['cost']
      expect(cost?.totalUsd).toBe(typeof billed === 'number' ? Number(billed.toFixed(12)) : undefined)
    })

    it('comes out the same from pieces of every size', async () => {
      const whole = await read()
      const bytes = readFixture(`streams/${file}`)
      expect(await replayStream(openAiChat, bytes, { split: 'bytes' })).toEqual(whole)
      for (const seed of [1, 2, 3]) expect(await replayStream(openAiChat, bytes, { split: { seed } })).toEqual(whole)
    })
  })

  it('put thinking into one part, though two fields carry it', async () => {
    const events = await replayStream(openAiChat, readFixture('streams/chat-openrouter-error-in-200.sse'))
    expect(partsOf(events).filter(({ kind }) => kind === 'thinking')).toEqual([
      { kind: 'thinking', text: 'We need to respond to a greeting. The user' },
    ])
  })

  it('count xAI’s reasoning as output, where everybody else has it', async () => {
    const events = await replayStream(openAiChat, readFixture('streams/chat-xai-tool.sse'))
    expect(eventsOf(events, 'usage')).toMatchObject([
      { inputTokens: 307, cachedTokens: 306, outputTokens: 26 + 227, reasoningTokens: 227, totalTokens: 560 },
    ])
  })

  it('keep what a provider encrypts, and what it cites', async () => {
    const encrypted = await replayStream(openAiChat, readFixture('streams/chat-openrouter-o3-encrypted.sse'))
    expect(partsOf(encrypted)[0]).toMatchObject({ kind: 'thinking', text: '', redacted: expect.stringMatching(/^gAAAAA/) })
    const cited = await replayStream(openAiChat, readFixture('streams/chat-openrouter-annotations.sse'))
    expect(partsOf(cited)[0]).toMatchObject({
      kind: 'text',
      annotations: expect.arrayContaining([expect.objectContaining({ type: 'url_citation' })]),
    })
  })
})
