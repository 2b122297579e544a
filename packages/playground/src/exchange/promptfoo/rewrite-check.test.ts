import { describe, expect, it } from 'vitest'
import type { Check } from '../../checks/check.ts'
import { rewriteCheck } from './rewrite-check.ts'

const louder = (text: string) => (text === 'unsayable' ? null : text.toUpperCase())

describe('rewriteCheck', () => {
  it('says every text that is compared, matched or judged by', () => {
    expect(rewriteCheck({ type: 'not-contains', value: 'no' }, louder)).toEqual({ type: 'not-contains', value: 'NO' })
    expect(rewriteCheck({ type: 'regex', pattern: 'a+' }, louder)).toEqual({ type: 'regex', pattern: 'A+' })
    expect(rewriteCheck({ type: 'rubric', rubric: 'kind?' }, louder)).toEqual({ type: 'rubric', rubric: 'KIND?' })
  })

  it('leaves a check without a text of its own as it is', () => {
    const checks: readonly Check[] = [{ type: 'equals' }, { type: 'is-json' }, { type: 'max-cost', maxCostUsd: 1 }]
    for (const check of checks) expect(rewriteCheck(check, louder)).toBe(check)
  })

  it('gives nothing where a text cannot be said', () => {
    expect(rewriteCheck({ type: 'equals', value: 'unsayable' }, louder)).toBeNull()
    expect(rewriteCheck({ type: 'regex', pattern: 'unsayable' }, louder)).toBeNull()
    expect(rewriteCheck({ type: 'rubric', rubric: 'unsayable' }, louder)).toBeNull()
  })

  it('keeps a schema, and gives nothing where it would be filled in on one side alone', () => {
    const check: Check = { type: 'matches-schema', schema: { type: 'object' } }
    expect(rewriteCheck(check, louder)).toBe(check)
    expect(rewriteCheck({ type: 'matches-schema', schema: { const: '{{ name }}' } }, louder)).toBeNull()
  })
})
