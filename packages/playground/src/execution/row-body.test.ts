import { describe, expect, it } from 'vitest'
import { PNG } from '../attachments/fake-files.ts'
import { withColumnParts } from '../attachments/with-column-parts.ts'
import type { ColumnSetting } from '../state/column-setting.ts'
import type { EnhancedPrompt } from '../state/prompt.ts'
import { rowValues } from '../state/row-values.ts'
import type { LoadableRow } from '../state/row.ts'
import { rowBody, textColumns } from './row-body.ts'
import { toAgConfig } from './run-request.ts'

const PICTURE = `data:image/png;base64,${PNG}`
const prompt = (columnTypes: readonly ColumnSetting[], rest: Partial<EnhancedPrompt> = {}): EnhancedPrompt => ({
  sessionId: 's',
  mode: 'completion',
  messages: [{ id: 'm', role: 'user', content: 'What is {{photo}} in {{language}}?' }],
  llmConfig: { model: 'm' },
  templateFormat: 'curly',
  variables: ['photo', 'language'],
  columnTypes,
  ...rest,
})
const row = (data: Readonly<Record<string, string>>): LoadableRow => ({ id: 'r', data: rowValues(Object.entries(data)), history: [] })
const made = (asked: EnhancedPrompt, data: Readonly<Record<string, string>>) =>
  rowBody({ prompt: asked, row: row(data) }, toAgConfig(asked), withColumnParts)

describe('the body of a row', () => {
  it('holds numbers and JSON as what they are', () => {
    const asked = prompt([
      { name: 'photo', type: 'number' },
      { name: 'language', type: 'json' },
    ])
    const result = made(asked, { photo: '12', language: '["de", {"n": 1}]' })
    expect(result).toMatchObject({ ok: true, isOwn: false, body: { inputs: { photo: 12, language: ['de', { n: 1 }] } } })
  })
  it('holds a picture as a part where the prompt names its column, and the data once', () => {
    const result = made(prompt([{ name: 'photo', type: 'image' }]), { photo: PICTURE, language: 'German' })
    if (!result.ok) throw new Error('it can be sent')
    expect(result.isOwn).toBe(true)
    expect(result.body.ag_config.prompt.messages[0]?.content).toEqual([
      { type: 'text', text: 'What is ' },
      { type: 'image_url', image_url: { url: PICTURE } },
      { type: 'text', text: ' in {{language}}?' },
    ])
    expect(Object.entries(result.body.inputs)).toEqual([['language', 'German']])
  })
  it('keeps the value for a response format that reads it too', () => {
    const asked = prompt([{ name: 'photo', type: 'file' }], {
      llmConfig: { model: 'm', responseFormat: { type: 'json_schema', jsonSchema: { name: 'x', schema: { title: '{{photo}}' } } } },
    })
    const result = made(asked, { photo: 'https://example.org/a.pdf', language: 'German' })
    expect(result).toMatchObject({ ok: true, body: { inputs: { photo: 'https://example.org/a.pdf' } } })
  })
  it('is the one of all rows where a row has no picture, and says what cannot be sent', () => {
    const asked = prompt([{ name: 'photo', type: 'image' }])
    const shared = toAgConfig(asked)
    const without = rowBody({ prompt: asked, row: row({ language: 'German' }) }, shared, withColumnParts)
    expect(without.ok && without.body.ag_config).toBe(shared)
    expect(made(asked, { photo: 'a cat', language: 'German' })).toMatchObject({
      ok: false,
      failure: { code: 'invalid_request', message: expect.stringContaining('photo') },
    })
  })
  it('says where a column of pictures is read in a way that no part can stand for', () => {
    const asked = prompt([{ name: 'photo', type: 'image' }], { messages: [{ id: 'm', role: 'user', content: 'See {{photo.url}}' }] })
    expect(made(asked, { photo: PICTURE })).toMatchObject({ ok: false, failure: { meta: { location: 'messages[0].content', line: 1 } } })
  })
  it('counts no picture as text', () => {
    expect(textColumns(prompt([{ name: 'photo', type: 'image' }]))).toEqual(['language'])
  })
})
