import type { TokenUsage } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { EventOutbox } from './event-outbox.ts'

const COUNTS: TokenUsage = { inputTokens: 1, outputTokens: 2, totalTokens: 3, source: 'provider' }

describe('EventOutbox', () => {
  it('gives what was put in, once and in order', () => {
    const out = new EventOutbox()
    out.push({ type: 'heartbeat' })
    out.keep('odd', [1])
    expect(out.take()).toEqual([{ type: 'heartbeat' }, { type: 'raw', eventType: 'odd', data: [1] }])
    expect(out.take()).toEqual([])
  })

  it('keeps nothing odd after a failure, but tells what was used and what it cost', () => {
    const out = new EventOutbox()
    out.hasFailed = true
    out.keep('odd', 1)
    out.tellUsage({ cost: 0.5 }, () => COUNTS, {})
    expect(out.take()).toEqual([
      { type: 'usage', ...COUNTS },
      { type: 'cost', totalUsd: 0.5, source: 'provider' },
    ])
  })

  it('keeps figures that cannot be right as they came', () => {
    const out = new EventOutbox()
    out.tellUsage({ prompt_tokens: -1 }, () => null, {})
    expect(out.take()).toEqual([{ type: 'raw', eventType: 'usage', data: { prompt_tokens: -1 } }])
  })

  it('says nothing where nothing was said', () => {
    const out = new EventOutbox()
    out.tellUsage(null, () => COUNTS, {})
    expect(out.take()).toEqual([])
  })
})
