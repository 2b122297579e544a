import { describe, expect, it } from 'vitest'
import { checkSchema } from './schema-violations.ts'

const schema = {
  type: 'object',
  properties: {
    intent: { enum: ['refund', 'other'] },
    urgency: { type: 'integer', maximum: 5 },
    tags: { type: 'array', items: { type: 'string', minLength: 2, pattern: '^[a-z]+$' } },
    order: { $ref: '#/$defs/order' },
  },
  required: ['intent'],
  additionalProperties: false,
  $defs: { order: { type: 'object', properties: { id: { type: 'string' } } } },
}
const found = (value: unknown, by: Readonly<Record<string, unknown>> = schema) => {
  const check = checkSchema(by, value)
  return check.ok ? check.violations : check.message
}

describe('checkSchema', () => {
  it('finds nothing in an answer that fits', () => {
    expect(found({ intent: 'refund', urgency: 2, tags: ['ab'], order: { id: 'A' } })).toEqual([])
  })
  it.each([
    [{ intent: 'x' }, { path: '$.intent', expected: { kind: 'enum', values: '"refund", "other"' }, got: '"x"' }],
    [
      { intent: 'other', urgency: 'high' },
      { path: '$.urgency', expected: { kind: 'type', type: 'integer' }, got: '"high"' },
    ],
    [
      { intent: 'other', urgency: 9 },
      { path: '$.urgency', expected: { kind: 'bound', keyword: 'maximum', value: '5' }, got: '9' },
    ],
    [
      { intent: 'other', tags: ['ab', 'a'] },
      { path: '$.tags[1]', expected: { kind: 'bound', keyword: 'minLength', value: '2' }, got: '"a"' },
    ],
    [
      { intent: 'other', tags: ['AB'] },
      { path: '$.tags[0]', expected: { kind: 'pattern', pattern: '^[a-z]+$' }, got: '"AB"' },
    ],
    [
      { intent: 'other', order: { id: 1 } },
      { path: '$.order.id', expected: { kind: 'type', type: 'string' }, got: '1' },
    ],
    [
      { intent: 'other', extra: true },
      { path: '$.extra', expected: { kind: 'noMore', name: 'extra' }, got: 'true' },
    ],
    [{}, { path: '$', expected: { kind: 'required', name: 'intent' }, got: null }],
    [[], { path: '$', expected: { kind: 'type', type: 'object' }, got: '[]' }],
  ])('names place, wish and what stands there for %j', (value, violation) => {
    expect(found(value)).toEqual([violation])
  })
  it('names every place', () => {
    expect(found({ urgency: 1.5, tags: [1] })).toHaveLength(3)
  })
  it('names alternatives as one rule', () => {
    const either = { anyOf: [{ required: ['a'] }, { required: ['b'] }] }
    expect(found({}, either)).toEqual([{ path: '$', expected: { kind: 'rule', keyword: 'anyOf' }, got: '{}' }])
  })
  it('cuts a long value', () => {
    const [violation] = found({ intent: 'x'.repeat(500) })
    expect(typeof violation === 'object' && violation.got?.length).toBe(81)
  })
  it('says so where the schema itself cannot be used', () => {
    expect(found({}, { $ref: '#/nowhere' })).toContain('nowhere')
  })
})
