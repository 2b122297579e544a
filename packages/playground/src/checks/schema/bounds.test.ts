import { describe, expect, it } from 'vitest'
import { instanceTexts } from './instance-texts.ts'
import { mapSchema, type SchemaNode } from './map-schema.ts'
import { meterSchema } from './meter-schema.ts'
import { PatternFault } from './schema-fault.ts'
import { settlePatterns } from './settle-patterns.ts'
import { TooMuchWork } from './too-much-work.ts'

const marked = (node: SchemaNode): SchemaNode => ({ ...node, seen: true })

describe('the schemas inside a schema', () => {
  it('are where keywords have them, and where references may reach them', () => {
    expect(mapSchema({ items: [{}, true], properties: { a: {} }, not: {}, anyOf: [{}], elsewhere: { deep: {} } }, marked)).toEqual({
      seen: true,
      items: [{ seen: true }, true],
      properties: { a: { seen: true } },
      not: { seen: true },
      anyOf: [{ seen: true }],
      elsewhere: { seen: true, deep: { seen: true } },
    })
  })

  it('are not where data stands, nor what names stand for', () => {
    const data = { const: { a: {} }, enum: [{}], default: {}, examples: [{}], required: ['a'], dependentRequired: { a: ['b'] } }
    expect(mapSchema(data, marked)).toEqual({ ...data, seen: true })
    expect(mapSchema({ properties: { const: {}, properties: {} } }, marked)).toEqual({
      seen: true,
      properties: { const: { seen: true }, properties: { seen: true } },
    })
  })

  it('keep names like any other', () => {
    const schema: unknown = JSON.parse('{"properties": {"__proto__": {"type": "string"}}}')
    expect(JSON.stringify(mapSchema(schema, (node) => node))).toBe('{"properties":{"__proto__":{"type":"string"}}}')
  })

  it('are not followed deeper than anybody nests them', () => {
    const deep = Array.from({ length: 150 }).reduce<object>((not) => ({ not }), {})
    expect(() => mapSchema(deep, marked)).toThrow(RangeError)
  })
})

describe('the texts of a value', () => {
  it('are its texts and its names', () => {
    const { values, names, longestList } = instanceTexts({ a: ['x', { b: 'y' }, 3, null], c: [] })
    expect([...values].toSorted()).toEqual(['a', 'b', 'c', 'x', 'y'])
    expect([...names].toSorted()).toEqual(['a', 'b', 'c'])
    expect(longestList).toBe(4)
  })

  it('are found however deep they are', () => {
    const deep: unknown = JSON.parse(`${'['.repeat(100_000)}"x"${']'.repeat(100_000)}`)
    expect([...instanceTexts(deep).values]).toEqual(['x'])
  })
})

describe('settled patterns', () => {
  const texts = instanceTexts(['abc', 'a.c', '[x]', ''])

  it('find exactly the texts that the pattern finds', () => {
    const { schema } = settlePatterns({ pattern: '^a.c$' }, texts)
    const settled = new RegExp(String((schema as SchemaNode)['pattern']), 'u')
    expect(['abc', 'a.c', '[x]', '', 'axc'].filter((text) => settled.test(text))).toEqual(['abc', 'a.c'])
  })

  it('find nothing where the pattern does, and the empty text where it is meant', () => {
    const { schema } = settlePatterns({ allOf: [{ pattern: 'z' }, { pattern: '^$' }] }, texts)
    const [nothing, empty] = (schema as { readonly allOf: readonly { readonly pattern: string }[] }).allOf
    expect(['', 'z', 'abc'].filter((text) => new RegExp(nothing?.pattern ?? '', 'u').test(text))).toEqual([])
    expect(['', 'z', 'abc'].filter((text) => new RegExp(empty?.pattern ?? '', 'u').test(text))).toEqual([''])
  })

  it('know what they were, also where two find the same', () => {
    const { schema, originalOf } = settlePatterns({ allOf: [{ pattern: 'z' }, { pattern: 'zz' }] }, texts)
    const patterns = (schema as { readonly allOf: readonly { readonly pattern: string }[] }).allOf.map(({ pattern }) => originalOf(pattern))
    expect(patterns).toEqual(['z', 'zz'])
    expect(originalOf('^a$')).toBe('^a$')
  })

  it('end where they would take too long, together too', () => {
    const many = instanceTexts(Array.from({ length: 50_000 }, (_, at) => `text number ${at}`))
    expect(() => settlePatterns({ pattern: '(a|b|c|d)+$' }, many)).toThrow(TooMuchWork)
    expect(() => settlePatterns({ pattern: '(' }, texts)).toThrow(PatternFault)
  })
})

describe('a metered schema', () => {
  it('counts visits, weighted by what a schema lists, and ends them', () => {
    const { schema, isSpent } = meterSchema({ enum: Array.from({ length: 999 }, (_, at) => at) }, 0)
    const visit = (times: number) => {
      for (let at = 0; at < times; at++) void (schema as SchemaNode)['$recursiveAnchor']
    }
    visit(100)
    expect(isSpent()).toBe(false)
    expect(() => visit(1)).toThrow(TooMuchWork)
    expect(isSpent()).toBe(true)
  })

  it('is otherwise the same schema, but for a format that no standard knows', () => {
    const schema = { type: 'object', properties: { a: { format: 'url' }, b: { format: 'uri' } }, $recursiveAnchor: true }
    const metered = meterSchema(schema, 0).schema as SchemaNode
    expect(JSON.parse(JSON.stringify(metered))).toEqual({ type: 'object', properties: { a: {}, b: { format: 'uri' } } })
    expect(metered['$recursiveAnchor']).toBe(true)
  })
})
