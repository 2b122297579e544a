import { describe, expect, it } from 'vitest'
import { matchSchema } from './match-schema.ts'
import { toldOfSchema } from './schema-fault.ts'

describe('why a schema cannot be used', () => {
  it.each([
    [{ $ref: '#/nowhere' }, { kind: 'schema-reference', values: { reference: '#/nowhere' } }],
    [{ $ref: 'https://example.org/a"b' }, { kind: 'schema-reference', values: { reference: 'https://example.org/a"b' } }],
    [{ pattern: '(' }, { kind: 'pattern-group', values: { part: '(' } }],
    [{ patternProperties: { '(?=a)': true } }, { kind: 'pattern-part', values: { part: '(?=' } }],
    [{ allOf: [{ $id: 'https://example.org/x' }, { $id: 'https://example.org/x' }] }, { kind: 'schema-twice' }],
  ])('is told as data: %j', (schema, cause) => {
    expect(matchSchema(schema, { a: 'b' })).toMatchObject({ ok: false, message: expect.any(String), cause })
  })
  it('is the validator’s own words where they are not known', () => {
    expect(toldOfSchema(new Error('Something else.'))).toEqual({ message: 'Something else.' })
    expect(toldOfSchema('thrown')).toEqual({ message: 'thrown' })
  })
})
