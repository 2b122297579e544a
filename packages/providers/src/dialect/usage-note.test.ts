import { expect, it } from 'vitest'
import { usageNote } from './usage-note.ts'

it('REQ-010 notes the tokens of a call, and whose figures they are', () => {
  const usage = { inputTokens: 17, outputTokens: 6, totalTokens: 23, source: 'provider' } as const
  expect(usageNote(usage)).toEqual({ level: 'debug', text: 'tokens: 17 in, 6 out, 23 in all, as the provider reports' })
  expect(usageNote({ ...usage, cachedTokens: 8, source: 'estimate' }).text).toBe(
    'tokens: 17 in (8 of them cached), 6 out, 23 in all, an estimate',
  )
})
