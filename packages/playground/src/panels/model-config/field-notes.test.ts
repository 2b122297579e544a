import { describe, expect, it } from 'vitest'
import { fieldNotes } from './field-notes.ts'

const failed = (issues: unknown, settings: object = { model: 'm', top_p: 1.4 }) => ({
  state: 'failed' as const,
  failure: { code: 'invalid_request', message: 'no', meta: { issues } },
  request: { url: '', body: { ag_config: { prompt: { llm_config: settings } } } },
})
const issue = { path: 'ag_config.prompt.llm_config.top_p', message: 'at most 1' }

describe('fieldNotes', () => {
  it('finds the setting that the service refused', () => {
    expect([...fieldNotes([failed([issue])], { model: 'm', topP: 1.4 })]).toEqual([['topP', 'at most 1']])
  })
  it('forgets it when the field has changed, and only then', () => {
    expect(fieldNotes([failed([issue])], { model: 'm', topP: 1 }).size).toBe(0)
    expect(fieldNotes([failed([issue])], { model: 'm', topP: 1.4, seed: 3 }).size).toBe(1)
  })
  it('takes a place inside a setting as the setting', () => {
    const format = { type: 'json_schema', json_schema: { name: 'a b' } }
    const inside = { path: 'ag_config.prompt.llm_config.response_format.json_schema.name', message: 'no spaces' }
    const notes = fieldNotes([failed([inside], { model: 'm', response_format: format })], {
      model: 'm',
      responseFormat: { type: 'json_schema', jsonSchema: { name: 'a b' } },
    })
    expect(notes.get('responseFormat')).toBe('no spaces')
  })
  it('keeps the first of several, and leaves other places alone', () => {
    const notes = fieldNotes(
      [failed([{ path: 'ag_config.prompt.messages[0].role', message: 'x' }, issue, { ...issue, message: 'again' }])],
      { model: 'm', topP: 1.4 },
    )
    expect([...notes]).toEqual([['topP', 'at most 1']])
  })
  it.each([[undefined], [null], ['text'], [[1, null, {}]], [{ length: 1 }]])('reads nothing out of %j', (issues) => {
    expect(fieldNotes([failed(issues)], { model: 'm', topP: 1.4 }).size).toBe(0)
  })
  it('finds among the extra fields one that the provider names in its refusal', () => {
    const extra = { top_k: 5 }
    const refused = (meta: object) => ({
      ...failed([], { model: 'm', extra_body: extra }),
      failure: { code: 'x', message: 'no', meta: { ...meta } },
    })
    const meta = { provider_status: 400, provider_message: 'Unrecognized request argument supplied: top_k' }
    expect(fieldNotes([refused(meta)], { model: 'm', extraBody: extra }).get('extraBody')).toContain('top_k')
    expect(fieldNotes([refused(meta)], { model: 'm', extraBody: { top_k: 6 } }).size).toBe(0)
    expect(fieldNotes([refused({ ...meta, provider_status: 429 })], { model: 'm', extraBody: extra }).size).toBe(0)
    expect(fieldNotes([refused({ ...meta, provider_message: 'Unknown: top_kk' })], { model: 'm', extraBody: extra }).size).toBe(0)
  })
  it('has nothing to say of a cell that did not fail', () => {
    expect(fieldNotes([{ ...failed([issue]), state: 'done' }], { model: 'm', topP: 1.4 }).size).toBe(0)
  })
})
