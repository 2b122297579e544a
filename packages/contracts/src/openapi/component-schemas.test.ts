import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { errorBodySchema } from '../schemas/error-body.ts'
import { messageSchema } from '../schemas/message.ts'
import { testResponseSchema } from '../schemas/test-response.ts'
import { componentRef, componentSchemas, referredFrom } from './component-schemas.ts'

const ref = (id: string) => ({ $ref: `#/components/schemas/${id}` })

describe('components', () => {
  it('are referred to by their own names', () => {
    const schemas = [messageSchema, errorBodySchema, testResponseSchema]
    expect(schemas.map(componentRef)).toEqual(['Message', 'ErrorBody', 'TestResponse'].map(ref))
  })

  it('are named schemas only: anything else is a fault of ours', () => {
    expect(() => componentRef(z.string())).toThrow('no id')
  })

  it('carry no address of their own, which would change what their references mean', () => {
    for (const [id, schema] of Object.entries(componentSchemas())) {
      expect([id, Object.keys(schema).filter((key) => key.startsWith('$') && key !== '$ref')]).toEqual([id, []])
    }
  })

  it('require what must be there, and nothing that may be left out', () => {
    const { ErrorDetail, TestResponse } = componentSchemas()
    expect(ErrorDetail?.['required']).toEqual(['message', 'code'])
    expect(TestResponse?.['required']).not.toContain('parsed')
    expect(TestResponse?.['required']).toContain('trace_id')
  })
})

describe('what is referred to', () => {
  const schemas = { A: { items: ref('B') }, B: { anyOf: [ref('A'), ref('C')] }, C: { type: 'string' }, D: ref('A') }

  it('is followed to its end, also in circles', () => {
    expect(Object.keys(referredFrom({ deep: [{ schema: ref('A') }] }, schemas))).toEqual(['A', 'B', 'C'])
  })

  it('leaves out what nothing leads to', () => {
    expect(referredFrom({ schema: ref('C') }, schemas)).toEqual({ C: { type: 'string' } })
    expect(referredFrom({}, schemas)).toEqual({})
  })
})
