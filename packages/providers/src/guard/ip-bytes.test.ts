import { isIPv6 } from 'node:net'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ipBytes } from './ip-bytes.ts'

const hostOf = (text: string): string | null => {
  if (!URL.canParse(`http://${text}/`)) return null
  const { hostname } = new URL(`http://${text}/`)
  return /^[\d.]+$/.test(hostname) ? hostname : null
}

describe('ipBytes', () => {
  it.each([
    ['127.0.0.1', [127, 0, 0, 1]],
    ['127.1', [127, 0, 0, 1]],
    ['127.0.1', [127, 0, 0, 1]],
    ['2130706433', [127, 0, 0, 1]],
    ['0x7f000001', [127, 0, 0, 1]],
    ['0X7F.1', [127, 0, 0, 1]],
    ['0177.0.0.01', [127, 0, 0, 1]],
    ['127.0.0.1.', [127, 0, 0, 1]],
    ['0', [0, 0, 0, 0]],
    ['0x', [0, 0, 0, 0]],
    ['255.255.255.255', [255, 255, 255, 255]],
    ['1.65535', [1, 0, 255, 255]],
  ])('reads %s', (text, bytes) => {
    expect(ipBytes(text)).toEqual(bytes)
  })

  it.each(['', '.', '256.0.0.1', '1.2.3.4.5', '1.2.3.256', '4294967296', '08.0.0.1', '1..2', 'a.b', '1.2.3.4 ', '0x1g'])(
    'knows that %j is none',
    (text) => {
      expect(ipBytes(text)).toBeNull()
    },
  )

  it.each([
    ['::1', '00000000000000000000000000000001'],
    ['[::1]', '00000000000000000000000000000001'],
    ['::', '00000000000000000000000000000000'],
    ['fe80::1%eth0', 'fe800000000000000000000000000001'],
    ['::ffff:127.0.0.1', '00000000000000000000ffff7f000001'],
    ['64:FF9B::a9fe:a9fe', '0064ff9b0000000000000000a9fea9fe'],
    ['1:2:3:4:5:6:7:8', '00010002000300040005000600070008'],
    ['1:2:3:4:5:6:10.0.0.1', '0001000200030004000500060a000001'],
    ['2002:7f00:1::', '20027f00000100000000000000000000'],
  ])('reads %s', (text, hex) => {
    expect(Buffer.from(ipBytes(text) ?? []).toString('hex')).toBe(hex)
  })

  it.each([':', ':::', '1::2::3', '1:2:3:4:5:6:7', '1:2:3:4:5:6:7:8:9', '12345::', 'g::', '::1.2.3', '1.2.3.4::', '::0x7f.0.0.1'])(
    'knows that %j is none',
    (text) => {
      expect(ipBytes(text)).toBeNull()
    },
  )

  it('reads every number that an address of the web reads, as that does', () => {
    const part = fc.oneof(
      fc.nat(300).map(String),
      fc.nat(300).map((n) => `0x${n.toString(16)}`),
      fc.nat(300).map((n) => `0${n.toString(8)}`),
      fc.nat().map(String),
    )
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
        const text = parts.join('.')
        expect(ipBytes(text)?.join('.') ?? null).toBe(hostOf(text))
      }),
    )
  })

  it('reads exactly those IPv6 addresses that a socket takes', () => {
    const group = fc.oneof(
      fc.nat(0xffff).map((n) => n.toString(16)),
      fc.constantFrom('', '0', '127.0.0.1', 'x'),
    )
    fc.assert(
      fc.property(fc.array(group, { minLength: 2, maxLength: 9 }), (groups) => {
        const text = groups.join(':')
        expect(ipBytes(text) !== null).toBe(isIPv6(text))
      }),
    )
    fc.assert(
      fc.property(fc.ipV6(), (text) => {
        expect(ipBytes(text)).toHaveLength(16)
      }),
    )
  })
})
