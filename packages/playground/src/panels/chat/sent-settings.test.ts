import { describe, expect, it } from 'vitest'
import { sentSettings } from './sent-settings.ts'

const sent = (body: unknown) => sentSettings({ request: { url: '/', body } })

describe('sentSettings', () => {
  it('are those of the request', () => {
    const config = { model: 'm', max_tokens: 3 }
    expect(sent({ ag_config: { prompt: { llm_config: config } } })).toEqual({ model: 'm', maxTokens: 3 })
  })
  it('are not known of what is no request', () => {
    expect(sentSettings({ request: null })).toBeNull()
    for (const body of [null, 'x', {}, { ag_config: 3 }, { ag_config: { prompt: { llm_config: {} } } }]) expect(sent(body)).toBeNull()
  })
})
