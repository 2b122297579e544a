import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonSchemaProblem } from './json-schema-problem.ts'

describe('jsonSchemaProblem', () => {
  it.each([
    [{}],
    [true],
    [{ type: 'object', properties: { a: { type: ['string', 'null'], enum: ['x', null] } }, required: ['a'], additionalProperties: false }],
    [{ type: 'array', items: { $ref: '#/$defs/x' }, $defs: { x: { type: 'integer', minimum: 0 } } }],
    [{ type: 'array', items: [{ type: 'string' }, true] }],
    [{ anyOf: [{ type: 'number' }, { not: { const: 1 } }], 'x-vendor': 7 }],
  ])('finds nothing wrong with %o', (schema) => {
    expect(jsonSchemaProblem(schema, 's')).toBeNull()
  })

  it.each([
    [7, 's'],
    [null, 's'],
    [[], 's'],
    [{ type: 'text' }, 's.type'],
    [{ type: [] }, 's.type'],
    [{ type: ['string', 'text'] }, 's.type'],
    [{ required: 'a' }, 's.required'],
    [{ required: [1] }, 's.required'],
    [{ enum: [] }, 's.enum'],
    [{ enum: 'a' }, 's.enum'],
    [{ $ref: 7 }, 's.$ref'],
    [{ properties: [] }, 's.properties'],
    [{ properties: { a: 'string' } }, 's.properties.a'],
    [{ properties: JSON.parse('{"__proto__": {"type": "x"}}') }, 's.properties.__proto__.type'],
    [{ items: 'string' }, 's.items'],
    [{ items: [{ type: 'x' }] }, 's.items.type'],
    [{ additionalProperties: 'no' }, 's.additionalProperties'],
    [{ anyOf: [] }, 's.anyOf'],
    [{ allOf: {} }, 's.allOf'],
    [{ oneOf: [{}, { type: 'x' }] }, 's.oneOf[1].type'],
    [{ $defs: { a: { properties: { b: { enum: [] } } } } }, 's.$defs.a.properties.b.enum'],
  ])('names the place in %o', (schema, path) => {
    expect(jsonSchemaProblem(schema, 's')).toEqual({ path, message: expect.any(String) })
  })

  it('bounds the depth', () => {
    const deep = Array.from({ length: 1_000 }).reduce<object>((inner) => ({ not: inner }), {})
    expect(jsonSchemaProblem(deep, 's')?.message).toContain('64 levels')
  })

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const problem = jsonSchemaProblem(value, 's')
        expect(problem === null || problem.path.startsWith('s')).toBe(true)
      }),
    )
  })
})
