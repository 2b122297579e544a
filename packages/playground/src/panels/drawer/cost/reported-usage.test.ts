import type { WireAttempt } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { reportedUsage } from './reported-usage.ts'

const attempt = (changes: Partial<WireAttempt>): WireAttempt => ({
  attempt: 1,
  request: { method: 'POST', url: 'https://example.org/v1', headers: {}, body: '{}' },
  times: { queued: 0, connected: 1, firstByte: 2, firstToken: 3, end: 4 },
  ...changes,
})
const events = (...data: readonly string[]) => data.map((text, at) => ({ atMs: at, data: text }))

describe('reportedUsage', () => {
  it('is the body that holds it', () => {
    const body = '{"choices":[],"usage": {"total_tokens":3}}'
    expect(reportedUsage([attempt({ response: { status: 200, headers: {}, body } })])).toBe(body)
  })

  it('is the last event that holds it, of the last attempt', () => {
    const first = attempt({ events: events('{"usage":{"total_tokens":1}}') })
    const second = attempt({ events: events('{"usage":{"total_tokens":2}}', '{"usage":{"total_tokens":3}}', '[DONE]') })
    expect(reportedUsage([first, second])).toBe('{"usage":{"total_tokens":3}}')
  })

  it('is nothing where no tokens were counted, or nothing was recorded', () => {
    expect(reportedUsage([])).toBeNull()
    expect(reportedUsage([attempt({})])).toBeNull()
    expect(reportedUsage([attempt({ events: events('{"usage":null}', '{"text":"usage"}') })])).toBeNull()
  })
})
