import { Validator } from '@cfworker/json-schema'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inferSchema } from './infer-schema.ts'
import { schemaProblems } from './schema-problems.ts'

const asJson = (schema: unknown): unknown => JSON.parse(JSON.stringify(schema))

describe('inferSchema', () => {
  it('takes the fields of an object, all required', () => {
    expect(asJson(inferSchema({ intent: 'refund', urgency: 2, score: 0.5, open: true, note: null }))).toEqual({
      type: 'object',
      properties: {
        intent: { type: 'string' },
        urgency: { type: 'integer' },
        score: { type: 'number' },
        open: { type: 'boolean' },
        note: { type: 'null' },
      },
      required: ['intent', 'urgency', 'score', 'open', 'note'],
      additionalProperties: false,
    })
  })
  it('counts the items of a list together', () => {
    expect(asJson(inferSchema([{ a: 1, b: 'x' }, { a: 1.5 }]))).toEqual({
      type: 'array',
      items: {
        type: 'object',
        properties: { a: { type: 'number' }, b: { type: 'string' } },
        required: ['a'],
        additionalProperties: false,
      },
    })
    expect(inferSchema([1, null, 'x'])).toEqual({ type: 'array', items: { type: ['integer', 'null', 'string'] } })
    expect(inferSchema([])).toEqual({ type: 'array', items: {} })
  })
  it('offers alternatives where plain types do not say it', () => {
    expect(asJson(inferSchema([{ a: 1 }, 'x']))).toEqual({
      type: 'array',
      items: {
        anyOf: [
          { type: 'object', properties: { a: { type: 'integer' } }, required: ['a'], additionalProperties: false },
          { type: 'string' },
        ],
      },
    })
  })
  it('learns from a list that is empty only sometimes', () => {
    expect(asJson(inferSchema([[], [1], []]))).toEqual({ type: 'array', items: { type: 'array', items: { type: 'integer' } } })
  })
  it('always makes a schema that is right and that the example fulfils', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (example) => {
        const schema = inferSchema(example)
        expect(schemaProblems(schema, false)).toEqual([])
        expect(new Validator(Object(asJson(schema)), '2020-12').validate(asJson(example)).valid).toBe(true)
      }),
    )
  })
  it('keeps a name like __proto__ a name', () => {
    const schema = inferSchema(JSON.parse('[{"__proto__": 1}, {"__proto__": 2}]'))
    expect(JSON.stringify(schema)).toContain('"__proto__":{"type":"integer"}')
  })
})
