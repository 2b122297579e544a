import { describe, expect, it } from 'vitest'
import { safeAddress } from './safe-address.ts'

describe('safeAddress', () => {
  it('is an address of the web or of a letter, with who is asked there', () => {
    expect(safeAddress('https://example.org/a?b=c#d')).toEqual({ href: 'https://example.org/a?b=c#d', host: 'example.org' })
    expect(safeAddress('http://localhost:8000')).toEqual({ href: 'http://localhost:8000/', host: 'localhost:8000' })
    expect(safeAddress('mailto:ann@example.org')).toEqual({ href: 'mailto:ann@example.org', host: 'ann@example.org' })
  })
  it('names a host as it is registered, not as it looks', () => {
    expect(safeAddress('https://аррӏе.com/')?.host).toMatch(/^xn--/)
  })
  it.each([
    undefined,
    '',
    '/path',
    '#note',
    'example.org',
    'javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://example.org/1',
    'https://user:secret@example.org/',
    'https://example.org@evil.example/',
    ' java\nscript:alert(1)',
  ])('is none for %j', (address) => expect(safeAddress(address)).toBeNull())
})
