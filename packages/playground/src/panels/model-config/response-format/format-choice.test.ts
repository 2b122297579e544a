import { findModel } from '@vitrine/model-catalog'
import { describe, expect, it } from 'vitest'
import { FORMAT_KINDS, formatRefusal, isSchemaName, newSchemaFormat, settingFor, withSchema } from './format-choice.ts'

describe('formatRefusal', () => {
  it('names why a model cannot answer in a format', () => {
    const echo = findModel('demo/echo')
    expect(formatRefusal('text', { model: 'demo/echo' }, echo)).toBeNull()
    expect(formatRefusal('json_object', { model: 'demo/echo' }, echo)).toContain('JSON')
    expect(formatRefusal('json_schema', { model: 'demo/echo' }, echo)).toContain('schema')
  })
  it('refuses nothing to a model that can, or that nothing is known of', () => {
    for (const kind of FORMAT_KINDS) {
      expect(formatRefusal(kind, { model: 'demo/writer' }, findModel('demo/writer'))).toBeNull()
      expect(formatRefusal(kind, { model: 'x' }, null)).toBeNull()
    }
  })
  it('does not depend on the format that is set now', () => {
    expect(formatRefusal('text', { model: 'demo/echo', responseFormat: newSchemaFormat() }, findModel('demo/echo'))).toBeNull()
  })
})

describe('settingFor', () => {
  it('sends nothing for text', () => {
    expect(settingFor('text', null)).toBeUndefined()
  })
  it('brings the last schema back', () => {
    const last = withSchema(newSchemaFormat(), { name: 'mine' })
    expect(settingFor('json_schema', last)).toBe(last)
    expect(settingFor('json_schema', null)).toEqual(newSchemaFormat())
    expect(settingFor('json_object', last)).toEqual({ type: 'json_object' })
  })
})

describe('withSchema', () => {
  it('changes one member and keeps the rest', () => {
    const format = withSchema(newSchemaFormat(), { name: 'triage', description: 'x' })
    expect(format.jsonSchema).toEqual({ ...newSchemaFormat().jsonSchema, name: 'triage', description: 'x' })
  })
  it('starts with a schema that strict providers take', () => {
    expect(newSchemaFormat().jsonSchema.schema).toMatchObject({ type: 'object', additionalProperties: false })
  })
})

describe('isSchemaName', () => {
  it.each(['triage', 'a-b_C9'])('takes %s', (name) => expect(isSchemaName(name)).toBe(true))
  it.each(['', 'a b', 'ü', 'x'.repeat(65)])('refuses %j', (name) => expect(isSchemaName(name)).toBe(false))
})
