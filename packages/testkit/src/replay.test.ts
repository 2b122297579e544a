import { openAiChat } from '@vitrine/providers'
import { describe, expect, it } from 'vitest'
import { textOf } from './event-reading.ts'
import { chatStream } from './fake-provider/chat-replies.ts'
import { replayStream } from './replay.ts'

describe('replayStream', () => {
  const recorded = Buffer.from(chatStream('Grüße 🌍').body ?? '')

  it.each(['whole', 'bytes', { seed: 3 }] as const)('feeds a recording to a dialect (%o)', async (split) => {
    expect(textOf(await replayStream(openAiChat, recorded, { split }))).toBe('Grüße 🌍')
  })

  it('lets the dialect see the headers of the answer', async () => {
    const billed = Buffer.from('data: {"choices":[],"usage":{"prompt_tokens":1,"completion_tokens":1,"cost":2}}\n\ndata: [DONE]\n\n')
    const events = await replayStream(openAiChat, billed, { headers: { 'x-litellm-version': '1' } })
    expect(events).toContainEqual({ type: 'cost', totalUsd: 2, source: 'gateway' })
  })
})
