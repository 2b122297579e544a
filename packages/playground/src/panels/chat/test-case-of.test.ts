import { describe, expect, it } from 'vitest'
import type { LoadableRow } from '../../state/row.ts'
import { branchedFrom, branchOf, testCaseOf } from './test-case-of.ts'

const user = { id: 'a', role: 'user', content: 'Hi' } as const
const answer = { id: 'b', role: 'assistant', content: 'Hello' } as const
const row = (rest: Partial<LoadableRow>): LoadableRow => ({ id: 'r', data: { name: 'x' }, history: [], ...rest })

describe('testCaseOf', () => {
  it('leaves the last answer out, and expects it where that is wanted', () => {
    const history = [user, answer]
    expect(testCaseOf(row({ history }), null, false)).toEqual({ data: { name: 'x' }, history: [user] })
    expect(testCaseOf(row({ history }), null, true)).toEqual({ data: { name: 'x' }, history: [user], expected: 'Hello' })
  })
  it('expects an answer that is not in the conversation yet', () => {
    expect(testCaseOf(row({ history: [user] }), 'Hey', true)).toMatchObject({ history: [user], expected: 'Hey' })
    expect(testCaseOf(row({ history: [user] }), null, true).expected).toBeUndefined()
  })
  it('keeps a turn that calls tools: it is no answer yet', () => {
    const caller = { ...answer, toolCalls: [{ id: 'c', type: 'function', function: { name: 'f', arguments: '' } }] } as const
    expect(testCaseOf(row({ history: [user, caller] }), null, true).history).toEqual([user, caller])
  })
  it('keeps what is said of the case, but not what another answer was expected', () => {
    const made = testCaseOf(
      row({ history: [user], metadata: { a: 'b' }, checks: [{ type: 'contains', value: 'y' }], expected: 'x' }),
      null,
      true,
    )
    expect(made).toMatchObject({ metadata: { a: 'b' }, checks: [{ type: 'contains' }] })
    expect(made.expected).toBeUndefined()
  })
})

describe('a branch', () => {
  it('says which case it came from', () => {
    const branch = branchOf(row({ metadata: { a: 'b' }, expected: 'x' }), [user], 3)
    expect(branch).toEqual({ data: { name: 'x' }, history: [user], metadata: { a: 'b', branched_from: '3' } })
    expect(branchedFrom(branch)).toBe(3)
  })
  it('is nothing that says something else', () => {
    expect(branchedFrom({})).toBeNull()
    for (const said of ['', 'three', '-1', '0', '1.5', '<b>1</b>']) expect(branchedFrom({ metadata: { branched_from: said } })).toBeNull()
    expect(branchedFrom({ metadata: Object.create({ branched_from: '3' }) })).toBeNull()
  })
})
