import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonSchema } from '../check.ts'
import { evaluateCheck } from '../evaluate-check.ts'
import { MAX_WORK } from '../regex/linear-regex.ts'
import { REDOS_CORPUS } from '../regex/redos-corpus.data.ts'
import { sampleEvaluation } from '../sample-evaluation.ts'
import { shortestMs } from '../shortest-ms.ts'
import { matchSchema } from './match-schema.ts'
import { MAX_VISITS } from './meter-schema.ts'

const answer: JsonSchema = {
  type: 'object',
  properties: { city: { type: 'string', pattern: '^[A-Z]' }, tags: { type: 'array', items: { enum: ['a', 'b'] } } },
  required: ['city'],
  additionalProperties: false,
}

const holds = (schema: JsonSchema, value: unknown): boolean | string => {
  const match = matchSchema(schema, value)
  if (match.ok) return match.violations.length === 0
  return 'isTooMuch' in match ? 'too much' : 'bad'
}

describe('matches-schema', () => {
  it('passes what the schema allows', async () => {
    const check = { type: 'matches-schema', schema: answer } as const
    expect(await evaluateCheck(check, sampleEvaluation({ text: '{"city":"Cairns","tags":["a"]}' }))).toEqual({
      outcome: 'pass',
      reason: { code: 'schema-met' },
    })
  })

  it('says where the answer is not what was asked for', async () => {
    const check = { type: 'matches-schema', schema: answer } as const
    const { outcome, reason } = await evaluateCheck(check, sampleEvaluation({ text: '{"city":"cairns","tags":["c"],"x":1}' }))
    expect(outcome).toBe('fail')
    expect(reason).toMatchObject({
      code: 'schema-violated',
      violations: expect.arrayContaining([
        { path: '$.city', expected: { kind: 'pattern', pattern: '^[A-Z]' }, got: '"cairns"' },
        { path: '$.tags[0]', expected: { kind: 'enum', values: '"a", "b"' }, got: '"c"' },
      ]),
    })
  })

  it('takes the value that the service parsed before the text', async () => {
    const check = { type: 'matches-schema', schema: answer } as const
    expect(await evaluateCheck(check, sampleEvaluation({ text: '…', parsed: { city: 'Cairns' } }))).toMatchObject({ outcome: 'pass' })
    expect(await evaluateCheck(check, sampleEvaluation({ text: '```json\n{}\n```' }))).toEqual({
      outcome: 'fail',
      reason: { code: 'not-json', looksLike: 'fenced' },
    })
  })

  it('knows schemas that are true or false', () => {
    expect([holds(true, { a: 1 }), holds(false, { a: 1 })]).toEqual([true, false])
  })

  it('is the check’s fault where the schema cannot be used', async () => {
    for (const schema of [{ $ref: '#/nowhere' }, { pattern: '(' }, { patternProperties: { '(?=a)': true } }]) {
      expect(await evaluateCheck({ type: 'matches-schema', schema }, sampleEvaluation({ text: '{"a":"b"}' }))).toMatchObject({
        outcome: 'error',
        reason: { code: 'bad-schema', message: expect.any(String) },
      })
    }
  })
})

describe('patterns in a schema', () => {
  it('mean what they mean anywhere', () => {
    expect(holds({ pattern: '^a+$' }, 'aaa')).toBe(true)
    expect(holds({ pattern: '^a+$' }, 'aab')).toBe(false)
    expect(holds({ pattern: '^a+$' }, 5)).toBe(true)
    expect(holds({ pattern: '^$' }, '')).toBe(true)
    expect(holds({ not: { pattern: 'x' } }, 'abc')).toBe(true)
    expect(holds({ anyOf: [{ pattern: 'x' }, { pattern: 'b' }] }, 'abc')).toBe(true)
    expect(holds({ propertyNames: { pattern: '^[a-z]+$' } }, { abc: 1, 'A-1': 2 })).toBe(false)
    expect(
      holds(
        { patternProperties: { '^n_': { type: 'number' }, '^s_': { type: 'string' } }, additionalProperties: false },
        { n_a: 1, s_a: '' },
      ),
    ).toBe(true)
    expect(holds({ patternProperties: { '^n_': { type: 'number' } }, additionalProperties: false }, { n_a: 1, s_a: '' })).toBe(false)
    expect(holds({ patternProperties: { a: { minimum: 2 }, b: { maximum: 3 } } }, { ab: 5 })).toBe(false)
    expect(holds({ $defs: { name: { pattern: '^A' } }, items: { $ref: '#/$defs/name' } }, ['Ada', 'Bob'])).toBe(false)
  })

  it('are data where a value or a name is called pattern', () => {
    expect(holds({ const: { pattern: '(' } }, { pattern: '(' })).toBe(true)
    expect(holds({ enum: [{ pattern: 'a' }] }, { pattern: 'b' })).toBe(false)
    expect(holds({ properties: { pattern: { type: 'string' }, format: { type: 'number' } } }, { pattern: 5 })).toBe(false)
    expect(holds({ properties: { format: { type: 'number' } } }, { format: 'x' })).toBe(false)
    expect(holds({ required: ['pattern'] }, {})).toBe(false)
  })

  it('hold for texts with every sign in them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 6 }), { maxLength: 5 }),
        fc.constantFrom('^.{2,}$', '[.*+?]', '^$', '\\d', '[^a]'),
        (texts, pattern) => {
          const native = new RegExp(pattern, 'u')
          expect(holds({ items: { pattern } }, texts)).toBe(texts.every((text) => native.test(text)))
        },
      ),
    )
  })
})

describe('the work that a schema may take', () => {
  function stepsOf(schema: JsonSchema, value: unknown): number {
    let steps = 0
    matchSchema(schema, value, (more) => {
      steps += more
    })
    return steps
  }

  it('stays small for every pattern that is made to take long', () => {
    for (const { source, text } of REDOS_CORPUS)
      for (const steps of [stepsOf({ pattern: source }, text), stepsOf({ patternProperties: { [source]: false } }, { [text]: 1 })])
        expect(steps).toBeLessThanOrEqual(MAX_WORK + MAX_VISITS)
  })

  it('grows with the letters of a text and with the patterns for it, and no faster', () => {
    const spent = (patterns: number, letters: number) =>
      stepsOf({ allOf: Array.from({ length: patterns }, () => ({ pattern: '^(a|aa)+b$' })) }, 'a'.repeat(letters))
    expect(spent(1, 1000)).toBeGreaterThan(1000)
    expect(spent(1, 2000) / spent(1, 1000)).toBeLessThan(2.01)
    expect(spent(4, 1000) / spent(1, 1000)).toBeLessThan(4.01)
  })

  it('is bounded where references double at every level', () => {
    const $defs = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [`d${at}`, { allOf: [{ $ref: `#/$defs/d${at + 1}` }, { $ref: `#/$defs/d${at + 1}` }] }]),
    )
    const schema = { $ref: '#/$defs/d0', $defs: { ...$defs, d40: true } }
    expect(holds(schema, null)).toBe('too much')
    expect(stepsOf(schema, null)).toBeGreaterThan(MAX_VISITS / 2)
    expect(stepsOf(schema, null)).toBeLessThanOrEqual(MAX_VISITS)
  })

  it('is bounded where a schema is its own', () => {
    expect(holds({ $ref: '#' }, null)).not.toBe(true)
    expect(holds({ allOf: [{ $ref: '#' }] }, null)).not.toBe(true)
  })

  it('is bounded for lists whose elements are all compared', () => {
    const list = Array.from({ length: 100_000 }, (_, at) => at)
    expect(holds({ uniqueItems: true }, list)).toBe('too much')
    expect(holds({ uniqueItems: true }, list.slice(0, 500))).toBe(true)
    expect(holds({ uniqueItems: true }, [1, 2, 1])).toBe(false)
    expect(holds({ uniqueItems: false }, list)).toBe(true)
  })

  it('is bounded by size and depth', () => {
    expect(holds({ description: 'x'.repeat(300_000) }, 1)).toBe('too much')
    expect(holds(true, 'x'.repeat(1_100_000))).toBe('too much')
    expect(holds({ items: Array.from({ length: 200 }).reduce<object>((items) => ({ items }), {}) }, [])).toBe('too much')
  })

  it.each([
    'date',
    'time',
    'date-time',
    'duration',
    'uri',
    'uri-reference',
    'uri-template',
    'url',
    'email',
    'hostname',
    'ipv4',
    'ipv6',
    'regex',
    'uuid',
    'json-pointer',
  ])('stays short for the format %s', (format) => {
    const hostile = ['a', '1', 'a.', '1.', 'a-', '%61', '/a', ':', '{a', '~0', ' ', 'a@', 'http://a', 'P1Y', '(a+)+']
    for (const piece of hostile) {
      for (const text of [
        `${piece.repeat(20_000)}!`,
        `http://${piece.repeat(20_000)}!`,
        `a@${piece.repeat(40)}!`,
        `http://${'a'.repeat(40)}!`,
      ]) {
        // The validator has a pattern of its own for it, which counts nothing: one that is not linear takes long at every attempt.
        expect(shortestMs(() => holds({ format }, text), 250)).toBeLessThan(250)
      }
    }
  })

  it('suffices for an answer of a thousand objects', () => {
    const rows = Array.from({ length: 1000 }, (_, at) => ({ id: at, city: `City ${at}`, tags: ['a', 'b'] }))
    const schema = {
      items: {
        type: 'object',
        properties: { id: { type: 'integer' }, city: { type: 'string', pattern: '^City \\d+$' }, tags: { items: { enum: ['a', 'b'] } } },
        required: ['id', 'city'],
        additionalProperties: false,
      },
    }
    expect(holds(schema, rows)).toBe(true)
    expect(holds(schema, [...rows, { id: 'x', city: 'City 1' }])).toBe(false)
  })
})
