import type { Message, ProviderEvent } from '@vitrine/contracts'
import { openRouter } from '@vitrine/providers'
import { aCall, eventsOf, replayStream, textOf } from '@vitrine/testkit'
import { describe, expect, it } from 'vitest'
import { hasFixture, readFixture } from './kept-fixtures.ts'

interface Recording {
  readonly id: string
  readonly provider: string
  readonly file: string
  readonly expect: { readonly comments: number; readonly error: object | null }
}

const INDEX = 'streams/index.json'
const index: readonly Recording[] = hasFixture(INDEX) ? JSON.parse(Buffer.from(readFixture(INDEX)).toString('utf8')) : []
const recordings = index.filter(({ provider }) => provider === 'openrouter')

const bytesOf = ({ file }: Recording): Uint8Array => readFixture(`streams/${file}`)

/** The details as they stand in the recording, without any reader of ours. */
function recordedDetails(recording: Recording): readonly unknown[] {
  const chunks = [
    ...Buffer.from(bytesOf(recording))
      .toString('utf8')
      .matchAll(/^data: (\{.*\})$/gm),
  ]
  return chunks.flatMap(([, json = '{}']) => JSON.parse(json).choices?.[0]?.delta?.reasoning_details ?? [])
}

interface Block {
  readonly of: string
  text: string
  readonly whole: string[]
}

/** What the details come to: pieces of a block are summed up, and what is encrypted has to be the same JSON. */
function blocksOf(details: unknown): readonly Block[] {
  const blocks = new Map<string, Block>()
  for (const detail of Array.isArray(details) ? details : []) {
    const of = `${detail.type} ${detail.index}`
    const block = blocks.get(of) ?? { of, text: '', whole: [] }
    blocks.set(of, block)
    block.text += detail.text ?? detail.summary ?? ''
    if (detail.data !== undefined) block.whole.push(JSON.stringify(detail))
  }
  return [...blocks.values()]
}

/** The answer as a message of the next turn, after a journey as JSON. */
function toMessage(events: readonly ProviderEvent[]): Message {
  const native = eventsOf(events, 'response-end')[0]?.native
  return JSON.parse(JSON.stringify({ role: 'assistant', content: textOf(events), ...(native === undefined ? {} : { native }) }))
}

function sentBack(message: Message): { readonly message: Record<string, unknown>; readonly dropped: readonly string[] } {
  const prepared = openRouter.prepare(aCall({}, { messages: [{ role: 'user', content: 'Q' }, message, { role: 'user', content: 'And?' }] }))
  if (!prepared.ok) throw new Error(prepared.error.message)
  const { request, settings } = prepared.call
  return { message: JSON.parse(request.body).messages[1], dropped: settings.dropped.map(({ name }) => name) }
}

describe.runIf(recordings.length > 0)('OpenRouter’s recordings', () => {
  describe.each(recordings)('$id', (recording) => {
    it('shows each of its comments as a sign of life, however the bytes are cut', async () => {
      for (const split of ['whole', 'bytes', { seed: 9 }] as const) {
        const events = await replayStream(openRouter, bytesOf(recording), { split })
        expect(eventsOf(events, 'heartbeat')).toHaveLength(recording.expect.comments)
      }
    })

    it('sends its reasoning back with the next turn, as it came and in its order', async () => {
      const events = await replayStream(openRouter, bytesOf(recording))
      const details = recordedDetails(recording)
      const { message, dropped } = sentBack(toMessage(events))
      const expected = recording.expect.error !== null || details.length === 0 ? undefined : details
      expect(blocksOf(message['reasoning_details'])).toEqual(blocksOf(expected))
      expect(dropped).toEqual([])
    })
  })

  it('hold encrypted reasoning, so that sending it back is put to the test', () => {
    expect(recordings.flatMap(recordedDetails)).toContainEqual(expect.objectContaining({ type: 'reasoning.encrypted' }))
  })
})
