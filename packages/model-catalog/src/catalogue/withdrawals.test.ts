import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { anthropicWithdrawals, openAiWithdrawals, withdrawalDoubts } from '../../build/withdrawals.ts'
import { MODELS } from './models.ts'

const clientText = (path: string): string => readFileSync(new URL(`../../../../node_modules/${path}`, import.meta.url), 'utf8')

describe('announced days of withdrawal', () => {
  it('are read from comments of one client', () => {
    const types = `/**
 * - "gpt-a", "gpt-a-2025-01-01": Announced shutdown date: 2026-12-11
 * - "gpt-b": Announced
 *   shutdown date: 2027-01-02
 */
export type Names = 'gpt-a' | 'gpt-c'`
    expect([...openAiWithdrawals(types)]).toEqual([
      ['gpt-a', '2026-12-11'],
      ['gpt-a-2025-01-01', '2026-12-11'],
      ['gpt-b', '2027-01-02'],
    ])
  })

  it('are read from a list of words of the other', () => {
    const script = `exports.DEPRECATED_MODELS = {
      'claude-a': 'November 30th, 2026',
      'claude-b': 'January 1st, 2027',
      'claude-c': 'some day',
    };
    const other = { 'claude-d': 'March 3rd, 2027' }`
    expect([...anthropicWithdrawals(script)]).toEqual([
      ['claude-a', '2026-11-30'],
      ['claude-b', '2027-01-01'],
    ])
  })

  it('are none where a client has another shape, which the next test would tell', () => {
    expect(openAiWithdrawals('').size).toBe(0)
    expect(anthropicWithdrawals('const x = 1').size).toBe(0)
  })

  it('are still found in the clients that are installed, and are ours', () => {
    const openAi = openAiWithdrawals(clientText('openai/resources/shared.d.ts'))
    const anthropic = anthropicWithdrawals(clientText('@anthropic-ai/sdk/resources/messages/messages.js'))
    expect([openAi.size > 0, anthropic.size > 0]).toEqual([true, true])
    const of = (name: string) => MODELS.filter(({ provider }) => provider === name)
    expect(withdrawalDoubts(of('openai'), openAi)).toEqual([])
    expect(withdrawalDoubts(of('anthropic'), anthropic)).toEqual([])
  })

  it('are doubts where ours is another, or is not there', () => {
    const models = [
      { id: 'x/a', name: 'a', deprecated: '2026-01-01' },
      { id: 'x/b', name: 'b' },
      { id: 'x/c', name: 'c', deprecated: '2026-01-01' },
      { id: 'x/d', name: 'd', deprecated: '2026-01-01' },
    ]
    const announced = new Map([
      ['a', '2026-01-01'],
      ['b', '2026-02-02'],
      ['c', '2026-03-03'],
    ])
    expect(withdrawalDoubts(models, announced)).toEqual([
      { id: 'x/b', ours: null, theirs: '2026-02-02' },
      { id: 'x/c', ours: '2026-01-01', theirs: '2026-03-03' },
    ])
  })
})
