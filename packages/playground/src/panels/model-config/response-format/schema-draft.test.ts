import { describe, expect, it } from 'vitest'
import { readSchema, schemaText } from './schema-draft.ts'

describe('readSchema', () => {
  it('gives a good schema', () => {
    expect(readSchema('{"type": "object"}', false)).toEqual({ problems: [], schema: { type: 'object' } })
  })
  it('gives none for broken JSON, and its place', () => {
    const { problems, schema } = readSchema('{\n  "type": \n}', false)
    expect(schema).toBeNull()
    expect(problems).toMatchObject([{ line: 3, column: 1, path: null, fault: { kind: 'json', fault: { code: 'value' } } }])
  })
  it('gives none for a schema with a mistake, its line and its path', () => {
    const { problems, schema } = readSchema('{\n  "properties": {\n    "a": {"type": "strng"}\n  }\n}', false)
    expect(schema).toBeNull()
    expect(problems).toMatchObject([{ line: 3, column: 19, path: 'properties.a.type' }])
  })
  it('gives a schema that only strict providers would refuse, and says so', () => {
    const draft = readSchema('{"type": "object", "properties": {"a": {}}, "required": ["a"]}', true)
    expect(draft.schema).not.toBeNull()
    expect(draft.problems).toHaveLength(1)
  })
  it('reads again what it wrote', () => {
    const schema = { type: 'object', properties: { a: { enum: ['ü', 1, null] } } }
    expect(readSchema(schemaText(schema), false).schema).toEqual(schema)
    expect(schemaText(undefined)).toBe('{}')
  })
})
