import { describe, expect, it } from 'vitest'
import { cleanName } from './clean-name.ts'
import { inlineData } from './inline-data.ts'
import { webAddress } from './web-address.ts'

describe('webAddress', () => {
  it('takes https alone', () => {
    expect(webAddress(' https://example.org/a b.png?x=1 ')).toEqual({ ok: true, url: 'https://example.org/a%20b.png?x=1' })
  })
  it.each([
    ['', 'no-address'],
    ['example.org/a.png', 'no-address'],
    ['http://example.org/a.png', 'not-https'],
    ['javascript:alert(1)', 'not-https'],
    ['data:image/png;base64,AAAA', 'not-https'],
    ['file:///etc/passwd', 'not-https'],
    ['https://me:secret@example.org/a.png', 'credentials'],
    [`https://example.org/${'a'.repeat(5000)}`, 'address-too-long'],
  ])('refuses %.60s as %s', (text, fault) => {
    expect(webAddress(text)).toEqual({ ok: false, fault })
  })
})

describe('inlineData', () => {
  it('is what a data URL in base64 holds', () => {
    expect(inlineData('data:image/PNG;base64,AAAA')).toEqual({ mediaType: 'image/png', base64: 'AAAA' })
    expect(inlineData('data:text/plain;charset=utf-8;base64,QQ==')).toEqual({ mediaType: 'text/plain', base64: 'QQ==' })
    expect(inlineData('data:;base64,QQ==')).toEqual({ mediaType: '', base64: 'QQ==' })
  })
  it('is nothing of any other address', () => {
    for (const url of ['data:text/html,<script>', 'https://example.org/;base64,', '', 'data:', `data:${'a'.repeat(9000)}`])
      expect(inlineData(url)).toBeNull()
  })
})

describe('cleanName', () => {
  it('leaves out folders and what is not seen', () => {
    expect(cleanName('C:\\fakepath\\photo.png')).toBe('photo.png')
    expect(cleanName('../../etc/pass\u0000wd')).toBe('passwd')
    expect(cleanName('report\u202Efdp.exe\u200B')).toBe('reportfdp.exe')
    expect(cleanName('__proto__')).toBe('__proto__')
  })
  it('cuts a long one before its ending', () => {
    const name = cleanName(`${'ä'.repeat(900)}.jpeg`)
    expect(name).toHaveLength(200)
    expect(name.endsWith('ä.jpeg')).toBe(true)
  })
})
