import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keySpellings } from './key-spellings.ts'
import { createRedactor } from './redact.ts'

const KEY = 'sk-Test/Key+With=Signs&"7f3a9c'

const SPELLINGS: readonly [string, string][] = [
  ['plain', KEY],
  ['in an address', encodeURIComponent(KEY)],
  ['in JSON', JSON.stringify({ key: KEY })],
  ['in JSON within JSON', JSON.stringify(JSON.stringify(KEY))],
  ['in HTML', KEY.replaceAll('&', '&amp;').replaceAll('"', '&quot;')],
  ['in upper case', KEY.toUpperCase()],
  ['in lower case', KEY.toLowerCase()],
  ['as hex', Buffer.from(KEY).toString('hex')],
  ['as base64', Buffer.from(KEY).toString('base64')],
  ['as base64 for addresses', Buffer.from(KEY).toString('base64url')],
  ['in basic credentials', Buffer.from(`user:${KEY}`).toString('base64')],
  ['in basic credentials without a name', Buffer.from(`:${KEY}`).toString('base64')],
  ['in a header as base64', Buffer.from(`Bearer ${KEY}`).toString('base64')],
  ['with every character escaped', Buffer.from(KEY).toString('hex').replace(/../g, '%$&')],
]

describe('keySpellings', () => {
  it.each(SPELLINGS)('finds a key %s', (_, text) => {
    const shown = createRedactor(KEY).text(`before ${text} after`)
    expect(shown).toContain('***')
    expect(shown).not.toContain(text)
    expect(shown.startsWith('before ')).toBe(true)
    expect(shown.endsWith(' after')).toBe(true)
  })

  it('finds a key in base64 wherever it begins and ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', maxLength: 9 }), fc.string({ unit: 'binary-ascii', maxLength: 9 }), (before, after) => {
        const encoded = Buffer.from(before + KEY + after).toString('base64')
        const core = keySpellings(KEY).some((spelling) => encoded.includes(spelling))
        expect(core).toBe(true)
      }),
    )
  })

  it('has no short spelling of a short key, which would be found where no key is', () => {
    const others = keySpellings('abcd').filter((spelling) => spelling !== 'abcd')
    expect(Math.min(...others.map(({ length }) => length))).toBeGreaterThanOrEqual(12)
  })
})
