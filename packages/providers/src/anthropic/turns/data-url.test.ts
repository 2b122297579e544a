import { describe, expect, it } from 'vitest'
import { readDataUrl, textOf } from './data-url.ts'

describe('readDataUrl', () => {
  it.each([
    ['data:image/png;base64,AAAA', 'image/png', 'AAAA'],
    ['DATA:Image/PNG;name=x;BASE64,AAAA', 'image/png', 'AAAA'],
    ['data:,a%20b', null, Buffer.from('a b').toString('base64')],
    ['data:text/plain,50%', 'text/plain', Buffer.from('50%').toString('base64')],
  ])('reads %s', (text, mediaType, base64) => {
    expect(readDataUrl(text)).toEqual({ mediaType, base64 })
  })

  it.each(['AAAA', 'https://x.org/data:,', 'data:text/plain'])('knows that %s is none', (text) => {
    expect(readDataUrl(text)).toBeNull()
  })
})

it('textOf reads what was written in UTF-8', () => {
  expect(textOf(Buffer.from('Grüße 🌍').toString('base64'))).toBe('Grüße 🌍')
})
