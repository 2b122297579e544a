import { describe, expect, it } from 'vitest'
import { type CurlCommand, parseCurl } from './parse-curl.ts'

const command = (...words: readonly string[]): CurlCommand => parseCurl(['curl', ...words])
const plain: CurlCommand = { url: 'https://x.example', body: '', headerNames: [], credentials: [], files: [] }

describe('parseCurl', () => {
  it.each<readonly [readonly string[], Partial<CurlCommand>]>([
    [['https://x.example'], {}],
    [['--url', 'https://x.example'], {}],
    [['--url=https://x.example'], {}],
    [['-X', 'POST', 'https://x.example'], {}],
    [['--request', 'POST', 'https://x.example', '--compressed', '-s', '-N'], {}],
    [['-XPOST', 'https://x.example'], {}],
    [['https://x.example', '-d', '{}'], { body: '{}' }],
    [['https://x.example', '-d{}'], { body: '{}' }],
    [['https://x.example', '--data={}'], { body: '{}' }],
    [['https://x.example', '--data-raw', '{}'], { body: '{}' }],
    [['https://x.example', '--data-binary', '{}'], { body: '{}' }],
    [['https://x.example', '--json', '{}'], { body: '{}' }],
    [['https://x.example', '-d', 'a', '-d', 'b'], { body: 'a&b' }],
    [['https://x.example', '--data-raw', '@literal'], { body: '@literal' }],
    [['https://x.example', '-d', '@body.json'], { files: ['@body.json'] }],
    [['https://x.example', '-d@body.json'], { files: ['@body.json'] }],
    [['https://x.example', '-H', 'Authorization: Bearer x'], { headerNames: ['Authorization'] }],
    [['https://x.example', '-H', 'X-Empty;'], { headerNames: ['X-Empty'] }],
    [['https://x.example', '--header=X-Key:y', '-HAccept: */*'], { headerNames: ['X-Key', 'Accept'] }],
    [['https://x.example', '-u', 'a:b'], { credentials: ['-u'] }],
    [['-u', 'a:b', 'https://x.example'], { credentials: ['-u'] }],
    [['--user=a:b', 'https://x.example'], { credentials: ['--user'] }],
    [['https://x.example', '--oauth2-bearer', 'x', '-b', 'c=d', '--key', 'k.pem'], { credentials: ['--oauth2-bearer', '-b', '--key'] }],
    [['-o', 'out.json', '--max-time', '5', 'https://x.example', '--retry', '3'], {}],
    [['https://x.example', 'https://other.example'], {}],
    [['https://x.example', '-d'], { body: '' }],
  ])('%j', (words, expected) => {
    expect(command(...words)).toEqual({ ...plain, ...expected })
  })

  it('without an address has none', () => {
    expect(command('-d', 'x').url).toBe('')
    expect(parseCurl([]).url).toBe('')
  })

  it('keeps no value of a header and no credentials', () => {
    const text = JSON.stringify(command('https://x.example', '-H', 'x-api-key: topsecret', '-u', 'me:topsecret', '--cookie=topsecret'))
    expect(text).not.toContain('topsecret')
  })
})
