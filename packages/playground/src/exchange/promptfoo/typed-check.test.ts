import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Check } from '../../checks/check.ts'
import { assertOfCheck } from './assert-of-check.ts'
import { checkOfAssert } from './check-of-assert.ts'
import { readTypedCheck, writeTypedCheck } from './typed-check.ts'

/** Checks that an assertion can say. */
const words = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text.trim() === text && !text.startsWith('file://'))
const checks: fc.Arbitrary<Check> = fc.oneof(
  fc.record({ type: fc.constantFrom('equals' as const, 'contains' as const, 'not-contains' as const, 'icontains' as const), value: words }),
  fc.record({ type: fc.constant('regex' as const), pattern: words }),
  fc.constant<Check>({ type: 'is-json' }),
  fc.record({ type: fc.constant('matches-schema' as const), schema: fc.constantFrom(true, { type: 'object', required: ['a'] }) }),
  fc.record({ type: fc.constant('max-cost' as const), maxCostUsd: fc.constantFrom(0.001, 0.5, 2) }),
  fc.record({ type: fc.constant('max-latency' as const), maxLatencyMs: fc.integer({ min: 1, max: 100_000 }) }),
  fc.record({ type: fc.constant('rubric' as const), rubric: words }),
  fc.record({ type: fc.constant('rubric' as const), rubric: words, threshold: fc.constantFrom(0.25, 0.8) }),
)

describe('an expected cell', () => {
  it.each<readonly [string, Check]>([
    ['Hola', { type: 'equals', value: 'Hola' }],
    ['equals: Hola', { type: 'equals', value: 'Hola' }],
    ['contains: hola', { type: 'contains', value: 'hola' }],
    ['contains:hola', { type: 'contains', value: 'hola' }],
    ['not-contains: hola', { type: 'not-contains', value: 'hola' }],
    ['icontains: HOLA', { type: 'icontains', value: 'HOLA' }],
    ['regex: ^a\\d+$', { type: 'regex', pattern: '^a\\d+$' }],
    ['is-json', { type: 'is-json' }],
    ['is-json: {"type":"object"}', { type: 'matches-schema', schema: { type: 'object' } }],
    ['cost(0.01)', { type: 'max-cost', maxCostUsd: 0.01 }],
    ['latency(1500)', { type: 'max-latency', maxLatencyMs: 1500 }],
    ['llm-rubric: is polite', { type: 'rubric', rubric: 'is polite' }],
    ['llm-rubric(0.7): is polite', { type: 'rubric', rubric: 'is polite', threshold: 0.7 }],
    ['grade: is polite', { type: 'rubric', rubric: 'is polite' }],
    ['a: b', { type: 'equals', value: 'a: b' }],
    ['Note: contains: x', { type: 'equals', value: 'Note: contains: x' }],
    ['https://example.org', { type: 'equals', value: 'https://example.org' }],
    ['contains: two\nlines', { type: 'contains', value: 'two\nlines' }],
    ['contains: {{name}}', { type: 'contains', value: '{{name}}' }],
  ])('%j is a check', (text, check) => {
    expect(readTypedCheck(text)).toEqual(check)
  })

  it.each<readonly [string, string, unknown]>([
    ['similar(0.8): hello', 'similar', { type: 'similar', value: 'hello', threshold: 0.8 }],
    ['similar: hello', 'similar', { type: 'similar', value: 'hello', threshold: 0.8 }],
    ['not-similar(0.5): hello', 'not-similar', { type: 'not-similar', value: 'hello', threshold: 0.5 }],
    ['not-equals: x', 'not-equals', { type: 'not-equals', value: 'x' }],
    ['javascript: output.length > 3', 'javascript', { type: 'javascript', value: 'output.length > 3' }],
    ['fn: output.length > 3', 'javascript', { type: 'javascript', value: 'output.length > 3' }],
    ['eval: output', 'javascript', { type: 'javascript', value: 'output' }],
    ['python: len(output) > 3', 'python', { type: 'python', value: 'len(output) > 3' }],
    ['file://check.py:fn', 'python', { type: 'python', value: 'file://check.py:fn' }],
    ['file://check.js', 'javascript', { type: 'javascript', value: 'file://check.js' }],
    ['contains-any: a, b', 'contains-any', { type: 'contains-any', value: ['a', 'b'] }],
    ['is-json: file://schema.json', 'is-json', { type: 'is-json', value: 'file://schema.json' }],
    ['regex: file://x', 'regex', { type: 'regex', value: 'file://x' }],
    ['levenshtein(5): abc', 'levenshtein', { type: 'levenshtein', value: 'abc', threshold: 5 }],
  ])('%j is kept as %s, to be written again and never run', (text, name, source) => {
    expect(readTypedCheck(text)).toEqual({ type: 'unknown', name, source })
  })

  it('takes a threshold of its own column before the one in brackets', () => {
    expect(readTypedCheck('llm-rubric(0.2): good', 0.9)).toEqual({ type: 'rubric', rubric: 'good', threshold: 0.9 })
    expect(readTypedCheck('latency', 250)).toEqual({ type: 'max-latency', maxLatencyMs: 250 })
  })

  it('without the number that it needs is kept as it was', () => {
    expect(readTypedCheck('cost')).toMatchObject({ type: 'unknown', name: 'cost' })
  })

  it.each<readonly [Check, string | null]>([
    [{ type: 'equals', value: 'plain' }, 'plain'],
    [{ type: 'equals', value: 'contains: x' }, 'equals:contains: x'],
    [{ type: 'equals', value: 'is-json' }, 'equals:is-json'],
    [{ type: 'equals', value: ' padded ' }, ' padded '],
    [{ type: 'contains', value: 'x' }, 'contains:x'],
    [{ type: 'contains', value: ' x' }, null],
    [{ type: 'regex', pattern: 'a|b' }, 'regex:a|b'],
    [{ type: 'regex', pattern: 'a', flags: 'i' }, null],
    [{ type: 'max-tokens', maxTokens: 5 }, null],
    [{ type: 'rubric', rubric: 'good', threshold: 0.5 }, 'llm-rubric(0.5):good'],
    [{ type: 'rubric', rubric: 'good', model: 'openai/gpt-4o' }, null],
    [{ type: 'matches-schema', schema: { type: 'array' } }, 'is-json:{"type":"array"}'],
    [{ type: 'unknown', name: 'similar', source: { type: 'similar', value: 'x', threshold: 0.8 } }, 'similar(0.8):x'],
    [{ type: 'unknown', name: 'contains-any', source: { type: 'contains-any', value: ['a', 'b'] } }, 'contains-any:a, b'],
    [{ type: 'unknown', name: 'x', source: 'text' }, null],
    [{ type: 'equals' }, null],
  ])('for %j is %j', (check, text) => {
    expect(writeTypedCheck(check)).toBe(text)
  })

  it('that is written is read as the same check', () => {
    fc.assert(
      fc.property(
        checks.filter((check) => writeTypedCheck(check) !== null),
        (check) => {
          expect(readTypedCheck(writeTypedCheck(check) ?? '')).toEqual(check)
        },
      ),
    )
  })
})

describe('an assertion', () => {
  it('says every check that it has words for, and is read back', () => {
    fc.assert(
      fc.property(checks, (check) => {
        const assert = assertOfCheck(check)
        expect(assert).not.toBeNull()
        expect(checkOfAssert(assert ?? {})).toEqual({ check, dropped: [] })
      }),
    )
  })

  it('compares with the expected text of the row where the check has none', () => {
    expect(assertOfCheck({ type: 'equals' }, 'x')).toEqual({ type: 'equals', value: 'x' })
    expect(assertOfCheck({ type: 'icontains' }, 'x')).toEqual({ type: 'icontains', value: 'x' })
    expect(assertOfCheck({ type: 'equals' })).toBeNull()
    expect(checkOfAssert({ type: 'equals' }).check).toEqual({ type: 'equals' })
  })

  it('names its judge, both ways', () => {
    const check: Check = { type: 'rubric', rubric: 'good', model: 'anthropic/claude-haiku-4-5' }
    const assert = { type: 'llm-rubric', value: 'good', provider: 'anthropic:messages:claude-haiku-4-5' }
    expect(assertOfCheck(check)).toEqual(assert)
    expect(checkOfAssert(assert).check).toEqual(check)
  })

  it('with members that we have no field for names them', () => {
    expect(checkOfAssert({ type: 'contains', value: 5, weight: 2, metric: 'tone' })).toEqual({
      check: { type: 'contains', value: '5' },
      dropped: ['weight', 'metric'],
    })
  })

  it.each([
    { type: 'contains', value: 'x', transform: 'output.toLowerCase()' },
    { type: 'llm-rubric', value: 'x', rubricPrompt: 'judge' },
    { type: 'llm-rubric', value: 'x', provider: 'python:judge.py' },
    { type: 'equals', value: { a: 1 } },
    { type: 'contains' },
    { type: 'assert-set', assert: [{ type: 'contains', value: 'x' }] },
    { type: '__proto__', value: 'x' },
    {},
  ])('%j is kept whole, since it means something else', (assert) => {
    const { check } = checkOfAssert(assert)
    expect(check).toMatchObject({ type: 'unknown', source: assert })
    expect(assertOfCheck(check)).toBe(assert)
  })
})
