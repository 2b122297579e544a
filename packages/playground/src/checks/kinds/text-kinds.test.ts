import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Check } from '../check.ts'
import type { CheckedAnswer } from '../checked-answer.ts'
import { evaluateCheck } from '../evaluate-check.ts'
import { sampleEvaluation } from '../sample-evaluation.ts'

const check = (one: Check, answer: Partial<CheckedAnswer> | string, expected: string | null = null) =>
  evaluateCheck(one, sampleEvaluation(typeof answer === 'string' ? { text: answer } : answer, { expected }))

describe('equals', () => {
  it('passes for the same text, letter by letter', async () => {
    expect(await check({ type: 'equals', value: 'Hola' }, 'Hola')).toEqual({ outcome: 'pass', reason: { code: 'same', as: 'text' } })
  })

  it('says where the answer begins to differ, and from what', async () => {
    expect(await check({ type: 'equals', value: 'Hola mundo' }, 'Hola, mundo')).toEqual({
      outcome: 'fail',
      reason: { code: 'differs', at: 4, wanted: 'Hola mundo' },
    })
    expect(await check({ type: 'equals', value: 'Hola' }, 'Hola ')).toMatchObject({ outcome: 'fail', reason: { at: 4 } })
    expect(await check({ type: 'equals', value: 'Hola ' }, 'Hola')).toMatchObject({ outcome: 'fail', reason: { at: 4 } })
  })

  it('shows no more of a long text than a sentence holds', async () => {
    const { reason } = await check({ type: 'equals', value: 'x'.repeat(5000) }, 'y')
    expect(reason).toMatchObject({ code: 'differs', wanted: `${'x'.repeat(200)}…` })
  })

  it('holds the answer against what the row expects where the check has no text of its own', async () => {
    expect(await check({ type: 'equals' }, 'Hola', 'Hola')).toMatchObject({ outcome: 'pass' })
    expect(await check({ type: 'equals' }, 'Hola', 'Adiós')).toMatchObject({ outcome: 'fail' })
    expect(await check({ type: 'equals', value: 'Hola' }, 'Hola', 'Adiós')).toMatchObject({ outcome: 'pass' })
  })

  it('decides nothing where nothing is expected', async () => {
    for (const expected of [null, '']) {
      expect(await check({ type: 'equals' }, '', expected)).toEqual({ outcome: 'unknown', reason: { code: 'nothing-expected' } })
    }
  })

  it('can ask for no answer at all', async () => {
    expect(await check({ type: 'equals', value: '' }, '')).toMatchObject({ outcome: 'pass' })
    expect(await check({ type: 'equals', value: '' }, 'x')).toMatchObject({ outcome: 'fail' })
  })

  it('compares objects and lists by value where JSON was asked for', async () => {
    const parsed = { b: [1, { c: null }], a: 'é' }
    const answer = { text: JSON.stringify(parsed), parsed }
    expect(await check({ type: 'equals', value: '{ "a": "\\u00e9", "b": [1.0, {"c": null}] }' }, answer)).toEqual({
      outcome: 'pass',
      reason: { code: 'same', as: 'json' },
    })
    expect(await check({ type: 'equals', value: '{ "a": "é", "b": [1, {"c": 0}] }' }, answer)).toMatchObject({ outcome: 'fail' })
    expect(await check({ type: 'equals', value: '{ "a": "é", ' }, answer)).toMatchObject({ outcome: 'fail' })
    expect(await check({ type: 'equals', value: '{ "b": 1 }' }, '{"b":1}')).toMatchObject({ outcome: 'fail' })
  })
})

describe('contains, not-contains, icontains', () => {
  it('find a text, and say where', async () => {
    expect(await check({ type: 'contains', value: 'mundo' }, 'Hola mundo')).toEqual({
      outcome: 'pass',
      reason: { code: 'found', wanted: 'mundo', at: 5 },
    })
    expect(await check({ type: 'contains', value: 'Mundo' }, 'Hola mundo')).toEqual({
      outcome: 'fail',
      reason: { code: 'not-found', wanted: 'Mundo' },
    })
    expect(await check({ type: 'icontains', value: 'MUNDO' }, 'Hola mundo')).toMatchObject({ outcome: 'pass', reason: { at: 5 } })
    expect(await check({ type: 'icontains', value: 'world' }, 'Hola mundo')).toMatchObject({ outcome: 'fail' })
  })

  it('fail where something is there that must not be', async () => {
    expect(await check({ type: 'not-contains', value: 'sorry' }, 'I am sorry')).toEqual({
      outcome: 'fail',
      reason: { code: 'found', wanted: 'sorry', at: 5 },
    })
    expect(await check({ type: 'not-contains', value: 'sorry' }, 'Sure!')).toMatchObject({ outcome: 'pass' })
  })

  it('count a place in the text as it is written, also where letters grow in lower case', async () => {
    expect(await check({ type: 'icontains', value: 'ok' }, 'İİ OK')).toMatchObject({ reason: { code: 'found', at: 3 } })
  })

  it('look for what the row expects where they have no text of their own', async () => {
    for (const type of ['contains', 'not-contains', 'icontains'] as const) {
      const found = type === 'not-contains' ? 'fail' : 'pass'
      expect(await check({ type }, 'Hola mundo', 'mundo')).toMatchObject({ outcome: found })
      expect(await check({ type }, 'Hola mundo', null)).toEqual({ outcome: 'unknown', reason: { code: 'nothing-expected' } })
    }
  })

  it('refuse to look for nothing, which is in every answer', async () => {
    for (const type of ['contains', 'not-contains', 'icontains'] as const) {
      expect(await check({ type, value: '' }, 'x')).toEqual({ outcome: 'error', reason: { code: 'empty-value' } })
    }
  })

  it('take signs of patterns as letters', async () => {
    expect(await check({ type: 'contains', value: '.*' }, 'abc')).toMatchObject({ outcome: 'fail' })
    expect(await check({ type: 'icontains', value: 'A.*$' }, 'x a.*$')).toMatchObject({ outcome: 'pass' })
  })

  it('are opposites, whatever is looked for', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }), async (text, value) => {
        const [one, other] = await Promise.all([check({ type: 'contains', value }, text), check({ type: 'not-contains', value }, text)])
        expect([one.outcome, other.outcome].toSorted()).toEqual(['fail', 'pass'])
      }),
    )
  })
})

describe('is-json', () => {
  it.each(['{"a": 1}', ' [] ', '"text"', 'null', '-0.5e3'])('takes %s', async (text) => {
    expect(await check({ type: 'is-json' }, text)).toEqual({ outcome: 'pass', reason: { code: 'json' } })
  })

  it.each([
    ['', 'empty'],
    [' \n', 'empty'],
    ['```json\n{"a": 1}\n```', 'fenced'],
    ['Here you are: {"a": 1}', 'other'],
    ['{"a": 1', 'other'],
    ['{a: 1}', 'other'],
    ['NaN', 'other'],
  ])('refuses %j and says what it looks like', async (text, looksLike) => {
    expect(await check({ type: 'is-json' }, text)).toEqual({ outcome: 'fail', reason: { code: 'not-json', looksLike } })
  })
})

describe('a kind that nobody knows', () => {
  it('is unknown, and never passes', async () => {
    expect(await check({ type: 'unknown', name: 'javascript', source: 'process.exit()' }, 'x')).toEqual({
      outcome: 'unknown',
      reason: { code: 'unknown-kind', name: 'javascript' },
    })
  })
})

describe('what nests deeper than the stack', () => {
  it('is an outcome, not a fault', async () => {
    const deep = '['.repeat(50_000) + ']'.repeat(50_000)
    const parsed: unknown = JSON.parse(deep)
    expect(await check({ type: 'equals', value: ` ${deep}` }, { text: deep, parsed })).toEqual({
      outcome: 'error',
      reason: { code: 'too-much-work' },
    })
  })
})
