import { describe, expect, it } from 'vitest'
import { serviceAddress } from './service-address.ts'

describe('serviceAddress', () => {
  it.each([
    ['https://example.org', 'https://example.org/services'],
    ['https://example.org/', 'https://example.org/services'],
    ['https://example.org:8443', 'https://example.org:8443/services'],
    ['https://example.org/services', 'https://example.org/services'],
    ['https://example.org/services/', 'https://example.org/services'],
    ['https://example.org/ai/v2', 'https://example.org/ai/v2'],
    ['https://example.org/services/completion', 'https://example.org/services'],
    ['https://example.org/services/chat/', 'https://example.org/services'],
    ['http://127.0.0.1:8000', 'http://127.0.0.1:8000/services'],
    ['https://example.org/services?project_id=x#y', 'https://example.org/services'],
  ])('reads %s as %s', (given, prefix) => expect(serviceAddress(given)).toBe(prefix))

  it('resolves a relative address against where the page is', () => {
    expect(serviceAddress('/services', 'https://host.test/a/b?c')).toBe('https://host.test/services')
    expect(serviceAddress('/', 'https://host.test/a/b')).toBe('https://host.test/services')
  })

  it.each(['', 'services', 'javascript:alert(1)', 'ftp://example.org', 'data:text/plain,x'])('refuses %o', (given) =>
    expect(() => serviceAddress(given)).toThrow(TypeError),
  )
})
