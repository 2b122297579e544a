import { describe, expect, it } from 'vitest'
import { pathText } from './read-json.ts'
import { schemaProblems } from './schema-problems.ts'

const found = (schema: unknown, strict = false) =>
  schemaProblems(schema, strict).map(({ path, fault }) => `${pathText(path)} ${fault.code}`)

const good = {
  type: 'object',
  properties: { intent: { type: 'string', enum: ['a', 'b'] }, tags: { type: ['array', 'null'], items: { type: 'string' } } },
  required: ['intent', 'tags'],
  additionalProperties: false,
}

describe('schemaProblems', () => {
  it('finds nothing in a good schema, strict or not', () => {
    expect(found(good)).toEqual([])
    expect(found(good, true)).toEqual([])
  })
  it.each([[[]], ['text'], [null], [true]])('wants an object at the top, not %j', (schema) => {
    expect(found(schema)).toEqual(['$ object'])
  })
  it('names the place of a type that does not exist', () => {
    expect(found({ type: 'object', properties: { a: { type: 'strng' } } })).toEqual(['properties.a.type type'])
    expect(found({ type: ['string', 'nul'] })).toEqual(['type type'])
    expect(found({ type: 7 })).toEqual(['type type'])
  })
  it.each([
    [{ properties: [] }, 'properties properties'],
    [{ properties: { a: 1 } }, 'properties.a items'],
    [{ required: 'a' }, 'required required'],
    [{ properties: { a: {} }, required: ['b'] }, 'required[0] requiredUnknown'],
    [{ enum: [] }, 'enum enum'],
    [{ items: 'x' }, 'items items'],
    [{ anyOf: [] }, 'anyOf list'],
    [{ anyOf: [{}, { type: 'x' }] }, 'anyOf[1].type type'],
    [{ minimum: '1' }, 'minimum number'],
    [{ description: 1 }, 'description text'],
    [{ pattern: '(' }, 'pattern pattern'],
    [{ $defs: { a: { items: { maxItems: null } } } }, '$defs.a.items.maxItems number'],
  ])('finds what is wrong in %j', (schema, problem) => {
    expect(found(schema)).toEqual([problem])
  })
  it('takes a placeholder for what it may become', () => {
    expect(found({ type: '{{kind}}' })).toEqual([])
    expect(found({ type: 'string', pattern: '^{{prefix}}' })).toEqual([])
  })
  it('leaves keywords alone that it does not know', () => {
    expect(found({ 'x-order': 3, deprecated: 'yes' })).toEqual([])
  })
  it('holds every object to what strict means', () => {
    const loose = { type: 'object', properties: { a: { type: 'object', properties: { b: {} } } }, required: ['a'] }
    expect(found(loose)).toEqual([])
    expect(found(loose, true)).toEqual(['properties.a strictAdditional', 'properties.a.properties.b strictRequired', '$ strictAdditional'])
  })
  it('reads own keys only', () => {
    expect(found(JSON.parse('{"properties": {"__proto__": {"type": "nope"}}}'))).toEqual(['properties.__proto__.type type'])
  })
})
