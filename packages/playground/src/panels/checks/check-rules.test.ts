import { describe, expect, it } from 'vitest'
import type { Check } from '../../checks/check.ts'
import { type CheckResult, erred, failed, passed, unknown } from '../../checks/check-result.ts'
import { evaluateCheck } from '../../checks/evaluate-check.ts'
import { sampleEvaluation } from '../../checks/sample-evaluation.ts'
import { checkedLines, chipOrder } from './chip-order.ts'
import { readCheckSchema, withAnyCase, withText } from './edited-check.ts'
import { keyedChecks } from './keyed-checks.ts'
import { ADDABLE, newCheck } from './new-check.ts'

const verdict = (...results: readonly CheckResult[]) => ({ checks: results.map((): Check => ({ type: 'is-json' })), results })
const pass = passed({ code: 'json' })
const fail = failed({ code: 'no-match' })

describe('the chips of a cell', () => {
  it('show what did not pass first, each kept in its order', () => {
    const { shown, more } = chipOrder(verdict(pass, unknown({ code: 'no-judge' }), fail, erred({ code: 'bad-limit' })))
    expect(shown.map(({ at }) => at)).toEqual([2, 3, 1, 0])
    expect(more).toBe(0)
  })
  it('are four, and a number', () => {
    expect(chipOrder(verdict(pass, pass, pass, pass, fail, pass))).toMatchObject({ shown: { length: 4, 0: { at: 4 } }, more: 2 })
  })
  it('are of checks that have a result', () => {
    expect(checkedLines({ checks: [{ type: 'is-json' }, { type: 'equals' }], results: [pass] })).toHaveLength(1)
  })
})

describe('a new check', () => {
  it.each(ADDABLE)('that is %s can be evaluated as it is', async (type) => {
    const check = newCheck(type)
    expect(check.type).toBe(type)
    const evaluation = sampleEvaluation({ text: '{}', latencyMs: 1 }, { expected: '{}' })
    expect((await evaluateCheck(check, evaluation)).outcome).not.toBe('error')
  })
})

describe('editing a check', () => {
  it('that has no text compares with what is expected', () => {
    expect(withText({ type: 'contains', value: 'a' }, 'b')).toEqual({ type: 'contains', value: 'b' })
    expect(withText({ type: 'equals', value: 'a' }, '')).toEqual({ type: 'equals' })
  })
  it('keeps the other flags of a pattern', () => {
    expect(withAnyCase({ type: 'regex', pattern: 'a', flags: 'm' }, true)).toEqual({ type: 'regex', pattern: 'a', flags: 'mi' })
    expect(withAnyCase({ type: 'regex', pattern: 'a', flags: 'is' }, false)).toEqual({ type: 'regex', pattern: 'a', flags: 's' })
    expect(withAnyCase({ type: 'regex', pattern: 'a', flags: 'i' }, false)).toEqual({ type: 'regex', pattern: 'a' })
  })
  it.each([
    ['{"type":"object"}', { type: 'object' }],
    ['true', true],
    ['false', false],
    ['[]', null],
    ['null', null],
    ['5', null],
    ['{', null],
    ['', null],
  ])('reads %j as a schema or as none', (text, schema) => {
    expect(readCheckSchema(text)).toEqual(schema)
  })
})

describe('keyedChecks', () => {
  it('tells checks of one kind apart', () => {
    const keys = keyedChecks([{ type: 'contains' }, { type: 'is-json' }, { type: 'contains' }]).map(({ key }) => key)
    expect(keys).toEqual(['contains 1', 'is-json 1', 'contains 2'])
  })
})
