import { describe, expect, it } from 'vitest'
import { createCors } from './cors.ts'

const listed = 'https://app.example'
const cors = createCors([listed])

describe('createCors', () => {
  it('lets a listed origin read answers and their ids', () => {
    expect(cors.headersFor(listed)).toEqual({
      Vary: 'Origin',
      'Access-Control-Allow-Origin': listed,
      'Access-Control-Expose-Headers': 'Retry-After, X-Request-Id, X-Trace-Id, X-Span-Id',
    })
  })

  it.each([
    null,
    'null',
    '*',
    'https://app.example.evil',
    'http://app.example',
    'https://APP.example',
    'https://app.example:8443',
    'https://app.example/',
  ])('gives %s nothing but Vary', (origin) => {
    expect(cors.headersFor(origin)).toEqual({ Vary: 'Origin' })
    expect(cors.preflightFor(origin)).toEqual({ Vary: 'Origin' })
  })

  it('answers a preflight with every header a client may send', () => {
    const preflight = cors.preflightFor(listed)
    const allowed = (preflight['Access-Control-Allow-Headers'] ?? '').toLowerCase().split(', ')
    for (const name of [
      'content-type',
      'authorization',
      'accept',
      'traceparent',
      'idempotency-key',
      'x-vitrine-run',
      'x-vitrine-row',
      'x-vitrine-deadline-ms',
      'x-vitrine-wire',
      'ngrok-skip-browser-warning',
    ]) {
      expect(allowed).toContain(name)
    }
    expect(preflight['Access-Control-Allow-Methods']).toBe('GET, POST')
  })

  it('never allows cookies', () => {
    expect(Object.keys({ ...cors.headersFor(listed), ...cors.preflightFor(listed) })).not.toContain('Access-Control-Allow-Credentials')
  })
})
