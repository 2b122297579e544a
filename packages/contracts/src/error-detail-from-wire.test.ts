import { describe, expect, it } from 'vitest'
import { errorDetailFromWire } from './error-detail-from-wire.ts'

describe('an error body', () => {
  it('of ours is read whole', () => {
    const detail = { message: 'm', code: 'unknown_model', meta: { candidates: ['a'] }, trace_id: 't', span_id: 's' }
    expect(errorDetailFromWire({ detail })).toEqual(detail)
  })

  it('of others may be a text', () => {
    expect(errorDetailFromWire({ detail: 'Not authenticated' })).toEqual({ message: 'Not authenticated', code: 'internal' })
  })

  it('with a code from a later version keeps its message and its code', () => {
    expect(errorDetailFromWire({ detail: { message: 'm', code: 'moon_phase', meta: { a: 1 } } })).toEqual({
      message: 'm',
      code: 'internal',
      meta: { a: 1, code: 'moon_phase' },
    })
    expect(errorDetailFromWire({ detail: { message: 'm' } })).toEqual({ message: 'm', code: 'internal' })
  })

  it('leaves fields of a wrong type behind', () => {
    expect(errorDetailFromWire({ detail: { message: 'm', code: 'internal', meta: [1], trace_id: 5, span_id: null } })).toEqual({
      message: 'm',
      code: 'internal',
    })
  })

  it('without a message is none', () => {
    for (const body of [null, 'a', {}, { detail: null }, { detail: [] }, { detail: {} }, { detail: { message: 5 } }, { error: 'x' }]) {
      expect(errorDetailFromWire(body)).toBeNull()
    }
  })
})
