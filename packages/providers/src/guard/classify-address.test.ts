import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classifyAddress } from './classify-address.ts'

describe('classifyAddress', () => {
  it.each([
    [
      'loopback',
      [
        '127.0.0.1',
        '127.255.255.254',
        '2130706433',
        '0x7f.1',
        '0177.0.0.1',
        '::1',
        '::ffff:127.0.0.1',
        '::ffff:7f00:1',
        '64:ff9b::7f00:1',
        '::ffff:0:127.0.0.1',
      ],
    ],
    [
      'private',
      [
        '10.0.0.1',
        '172.16.0.1',
        '172.31.255.255',
        '192.168.1.1',
        '198.18.0.1',
        'fc00::1',
        'fdff::1',
        'fec0::1',
        '::ffff:10.0.0.1',
        '64:ff9b::192.168.0.1',
      ],
    ],
    ['link-local', ['169.254.1.1', 'fe80::1', 'febf::1', 'fe80::1%eth0', '::ffff:169.254.0.1']],
    [
      'metadata',
      [
        '169.254.169.254',
        '0xa9fea9fe',
        '2852039166',
        '::ffff:a9fe:a9fe',
        '64:ff9b::a9fe:a9fe',
        '100.100.100.200',
        '168.63.129.16',
        '192.0.0.192',
        '169.254.170.2',
        'fd00:ec2::254',
        'fd20:ce::254',
      ],
    ],
    ['shared', ['100.64.0.1', '100.127.255.255']],
    ['this network', ['0.0.0.0', '0.1.2.3', '0', '::', '::ffff:0.0.0.0']],
    ['multicast', ['224.0.0.1', '239.255.255.255', 'ff02::1', 'ff0e::1', '::ffff:224.0.0.1']],
    [
      'reserved',
      [
        '240.0.0.1',
        '255.255.255.255',
        '192.0.0.1',
        '::7f00:1',
        '::127.0.0.1',
        '::8.8.8.8',
        '100::1',
        '4000::1',
        '1::1',
        '5f00::1',
        'no address',
        '',
      ],
    ],
    ['documentation', ['192.0.2.1', '198.51.100.1', '203.0.113.1', '2001:db8::1', '3fff::1']],
    [
      'transition',
      [
        '192.88.99.1',
        '2002:7f00:1::',
        '2002:808:808::',
        '2001::1',
        '2001:0:7f00:1::',
        '64:ff9b:1::1',
        '2600::5efe:7f00:1',
        '2600::200:5efe:808:808',
      ],
    ],
  ])('knows what is %s', (kind, addresses) => {
    for (const address of addresses) expect([address, classifyAddress(address)]).toEqual([address, kind])
  })

  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '172.32.0.1',
    '100.128.0.1',
    '126.255.255.255',
    '128.0.0.1',
    '223.255.255.255',
    '2606:4700::1111',
    '2a00:1450::1',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
  ])('lets %s pass for public', (address) => {
    expect(classifyAddress(address)).toBeNull()
  })

  it('says the same of an IPv4 address however it is wrapped', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        const kind = classifyAddress(address)
        for (const wrapped of [`::ffff:${address}`, `::ffff:0:${address}`, `64:ff9b::${address}`])
          expect(classifyAddress(wrapped)).toBe(kind)
        expect(classifyAddress(`::${address}`)).not.toBeNull()
      }),
    )
  })
})
