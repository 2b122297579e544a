import { describe, expect, it } from 'vitest'
import { DEFAULT_GUARD_POLICY, type GuardPolicy } from './guard-policy.ts'
import { guardUrl } from './guard-url.ts'

const policy: GuardPolicy = { ...DEFAULT_GUARD_POLICY, trustedHosts: new Set(['gpu.lab.example:8000', '127.0.0.1:11434', '[::1]:8080']) }
const verdict = (text: string): string | boolean => {
  const guarded = guardUrl(text, policy)
  return guarded.ok ? guarded.isTrusted : guarded.message
}

describe('guardUrl', () => {
  it.each([
    'https://api.example.org/v1',
    'https://api.example.org:8443/v1',
    'https://8.8.8.8/v1',
    'https://[2606:4700::1111]/v1',
    'https://api.example.org./v1',
  ])('lets %s pass', (url) => {
    expect(verdict(url)).toBe(false)
  })

  it.each([
    'http://gpu.lab.example:8000/v1',
    'http://127.0.0.1:11434/v1',
    'http://2130706433:11434/v1',
    'http://[0:0::1]:8080/v1',
    'http://GPU.lab.example.:8000/',
  ])('takes %s for the operator’s own, who listed it', (url) => {
    expect(verdict(url)).toBe(true)
  })

  it.each([
    ['no address', /no address/],
    [`https://api.example.org/${'x'.repeat(3_000)}`, /no address/],
    ['ftp://api.example.org/', /no web address/],
    ['file:///etc/passwd', /no web address/],
    ['https://user@api.example.org/', /user name/],
    ['https://:secret@api.example.org/', /password/],
    ['http://api.example.org/', /https/],
    ['https://api.example.org:22/', /port 22/],
    ['https://api.example.org:80/', /port 80/],
    ['https://127.0.0.1/', /not public/],
    ['https://127.0.0.1:8443/', /not public/],
    ['http://gpu.lab.example:8001/', /https/],
    ['https://[::ffff:a9fe:a9fe]/', /not public/],
    ['https://localhost/', /not public/],
    ['https://localhost./', /not public/],
    ['https://a.localhost/', /not public/],
    ['https://metadata/', /not public/],
    ['https://metadata.google.internal/', /not public/],
    ['https://db.default.svc/', /not public/],
  ])('refuses %s, and says why', (url, why) => {
    expect(verdict(url)).toMatch(/^The base URL cannot be used: /)
    expect(verdict(url)).toMatch(why)
  })

  it('tells nothing of what an address is', () => {
    expect(verdict('https://169.254.169.254/')).toBe(verdict('https://10.0.0.1/'))
  })
})
