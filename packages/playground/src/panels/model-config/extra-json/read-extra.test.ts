import { describe, expect, it } from 'vitest'
import { extraText, readExtra } from './read-extra.ts'

const SETTINGS = { model: 'openai/gpt-x', temperature: 0.5, extraBody: { top_k: 1 } }
const kinds = (text: string) => readExtra(text, SETTINGS).findings.map(({ finding }) => finding)

describe('the fields that are merged last', () => {
  it('are those of an object', () => {
    const reading = readExtra('{"top_k": 5, "provider": {"only": ["a"]}}', SETTINGS)
    expect({ ...reading.fields }).toMatchObject({ top_k: 5 })
    expect(JSON.stringify(reading.fields)).toBe('{"top_k":5,"provider":{"only":["a"]}}')
    expect(reading.findings).toEqual([])
  })
  it('are none where nothing is written', () => {
    expect(readExtra(' \n', SETTINGS)).toEqual({ fields: {}, findings: [] })
    expect(extraText({})).toBe('')
    expect(extraText(undefined)).toBe('')
  })
  it('cannot be used while the text is no JSON, and the place is told', () => {
    const reading = readExtra('{\n  "top_k": 5,\n}', SETTINGS)
    expect(reading.fields).toBeNull()
    expect(reading.findings).toEqual([{ finding: { kind: 'json', fault: { code: 'key' } }, offset: 16 }])
  })
  it.each(['[1]', '"x"', '5', 'null'])('are no other value: %s', (text) => {
    expect(readExtra(text, SETTINGS)).toEqual({ fields: null, findings: [{ finding: { kind: 'no-object' }, offset: 0 }] })
  })
  it('say which of them stand in the place of something', () => {
    expect(kinds('{"temperature": 1}')).toEqual([{ kind: 'replaces', name: 'temperature' }])
    expect(kinds('{"messages": []}')).toEqual([{ kind: 'replaces', name: 'messages' }])
    expect(kinds('{"top_p": 1, "extra_body": 2}')).toEqual([])
  })
  it('may have any name', () => {
    const reading = readExtra('{"__proto__": {"polluted": true}, "constructor": 1}', SETTINGS)
    expect(Object.keys(reading.fields ?? {})).toEqual(['__proto__', 'constructor'])
    expect(extraText(reading.fields ?? {})).toContain('__proto__')
    expect('polluted' in {}).toBe(false)
  })
  it('are written out as they were read', () => {
    const text = '{\n  "a": [\n    1\n  ]\n}'
    expect(extraText(readExtra(text, SETTINGS).fields ?? {})).toBe(text)
  })
})
