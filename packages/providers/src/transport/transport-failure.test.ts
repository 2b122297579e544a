import { describe, expect, it } from 'vitest'
import { toTransportFailure } from './transport-failure.ts'
import { TransportFailure } from './transport.ts'

const url = new URL('https://models.example.org:8443/v1/chat/completions')
const withCode = (code: string, message = 'x'): Error => Object.assign(new Error(message), { code })

describe('toTransportFailure', () => {
  it.each([
    ['ECONNREFUSED', 'refused', /^Nothing answers at models\.example\.org:8443\. Check/],
    ['EHOSTUNREACH', 'refused', /^Nothing answers/],
    ['ENOTFOUND', 'dns', /^The name models\.example\.org:8443 cannot be found\. Check the spelling/],
    ['EAI_AGAIN', 'dns', /cannot be found/],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls', /certificate/],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls', /certificate/],
    ['CERT_NOT_YET_VALID', 'tls', /certificate/],
    ['ECONNRESET', 'reset', /closed the connection before its answer was complete/],
    ['UND_ERR_SOCKET', 'reset', /closed the connection/],
    ['UND_ERR_CONNECT_TIMEOUT', 'timeout', /did not answer in time/],
    ['UND_ERR_HEADERS_TIMEOUT', 'timeout', /did not answer in time/],
    ['UND_ERR_BODY_TIMEOUT', 'timeout', /did not answer in time/],
    ['HPE_INVALID_CONSTANT', 'protocol', /not HTTP as we know it/],
    ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'protocol', /not HTTP/],
  ])('names %s as %s, with the host and a remedy', (code, kind, message) => {
    const failure = toTransportFailure(withCode(code), url)
    expect(failure.kind).toBe(kind)
    expect(failure.message).toMatch(message)
  })

  it('looks behind what fetch and several addresses wrap around the cause', () => {
    const wrapped = new TypeError('fetch failed', { cause: new AggregateError([withCode('ECONNREFUSED'), withCode('ENETUNREACH')]) })
    expect(toTransportFailure(wrapped, url).kind).toBe('refused')
  })

  it('passes on none of the cause’s own words, which may hold a key', () => {
    expect(toTransportFailure(withCode('ERR_X', 'Bearer sk-secret is an invalid header value'), url).message).not.toContain('sk-secret')
  })

  it('does not rename what has its name', () => {
    const failure = new TransportFailure('tls', 'known')
    expect(toTransportFailure(failure, url)).toBe(failure)
  })

  it('takes what is no error for a breach of the protocol', () => {
    expect(toTransportFailure('boom', url).kind).toBe('protocol')
    const circular = new Error('round')
    circular.cause = circular
    expect(toTransportFailure(circular, url).kind).toBe('protocol')
  })
})
