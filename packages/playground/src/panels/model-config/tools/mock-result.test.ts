import { loadFormat } from '@vitrine/templating'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { exampleArguments } from './example-arguments.ts'
import { mockResult } from './mock-result.ts'

beforeAll(() => loadFormat('jinja2'))

describe('the result of an expression', () => {
  it('is made of the arguments', () => {
    expect(mockResult('{{ a + b }}', '{"a": 2, "b": 40}')).toEqual({ ok: true, text: '42' })
    expect(mockResult('{{ "warm" if city == "Rome" else "cold" }}', '{"city": "Rome"}')).toEqual({ ok: true, text: 'warm' })
    expect(mockResult('none', ' ')).toEqual({ ok: true, text: 'none' })
  })

  it('is none where the expression cannot be read or worked out, or the arguments are no object', () => {
    expect(mockResult('{{ a +', '{}')).toMatchObject({ ok: false, at: 'template' })
    expect(mockResult('{{ a / 0 }}', '{"a": 1}')).toMatchObject({
      ok: false,
      at: 'template',
      problem: { message: expect.stringContaining('zero') },
    })
    for (const text of ['[1]', '{', '"x"', 'null']) expect(mockResult('x', text)).toEqual({ ok: false, at: 'arguments' })
  })

  it('executes nothing', () => {
    expect(mockResult('{{ constructor.constructor("return 1")() }}', '{}').ok).toBe(false)
    expect(mockResult('{{ a.__proto__ }}', '{"a": {}}')).toEqual({ ok: true, text: '' })
  })
})

describe('example arguments', () => {
  it('are what the schema says itself, else the plainest', () => {
    const schema = {
      type: 'object',
      properties: {
        city: { type: 'string' },
        unit: { enum: ['c', 'f'] },
        days: { type: 'integer', minimum: 3 },
        kind: { default: 'fast' },
        tags: { type: 'array', items: { type: ['null', 'boolean'] } },
        place: { $ref: '#/$defs/place' },
        other: { anyOf: [{ const: 7 }, { type: 'string' }] },
      },
      $defs: { place: { properties: { x: { type: 'number' } } } },
    }
    expect(exampleArguments(schema)).toEqual({
      city: 'text',
      unit: 'c',
      days: 3,
      kind: 'fast',
      tags: [true],
      place: { x: 1 },
      other: 7,
    })
  })

  it('are an empty object without a schema', () => {
    expect(exampleArguments(undefined)).toEqual({})
  })

  it('end also where a schema holds itself, or refers to nothing', () => {
    const tree = { type: 'object', properties: { next: { $ref: '#' }, lost: { $ref: '#/none' }, far: { $ref: 'https://example.org' } } }
    expect(JSON.stringify(exampleArguments(tree)).length).toBeLessThan(2000)
  })

  it('never throw, whatever the schema is', () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (schema) => void exampleArguments(schema)))
  })
})
