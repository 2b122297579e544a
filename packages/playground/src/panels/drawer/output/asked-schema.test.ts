import { describe, expect, it } from 'vitest'
import { askedSchema } from './asked-schema.ts'

const format = (type: string) => ({ type: 'json_schema', json_schema: { name: 'n', schema: { type } } })
const request = (responseFormat: unknown) => ({
  url: '',
  body: { ag_config: { prompt: { llm_config: { model: 'm', response_format: responseFormat } } } },
})
const wire = (body: string) => [
  {
    attempt: 1,
    request: { method: 'POST', url: '', headers: {}, body },
    times: { queued: 0, connected: null, firstByte: null, firstToken: null, end: null },
  },
]

describe('askedSchema', () => {
  it('is the one that the provider was sent', () => {
    const cell = { wire: wire(JSON.stringify({ response_format: format('array') })), request: request(format('object')) }
    expect(askedSchema(cell)).toEqual({ name: 'n', schema: { type: 'array' } })
  })
  it('is the one that the service was sent, where the wire is not known', () => {
    expect(askedSchema({ wire: [], request: request(format('object')) })).toEqual({ name: 'n', schema: { type: 'object' } })
    expect(askedSchema({ wire: wire('not json'), request: request(format('object')) })?.schema).toEqual({ type: 'object' })
  })
  it.each([[undefined], [{ type: 'json_object' }], [{ type: 'json_schema', json_schema: { name: 'n' } }], ['x']])(
    'is none for %j',
    (responseFormat) => {
      expect(askedSchema({ wire: [], request: request(responseFormat) })).toBeNull()
    },
  )
  it('is none for a case that never ran', () => {
    expect(askedSchema({ wire: [], request: null })).toBeNull()
  })
})
