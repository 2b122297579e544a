/** A block of addresses, and why nobody but the operator may have them called. */
export type AddressBlock = readonly [block: string, kind: AddressKind]

export type AddressKind =
  | 'this network'
  | 'loopback'
  | 'private'
  | 'shared'
  | 'link-local'
  | 'metadata'
  | 'multicast'
  | 'reserved'
  | 'documentation'
  | 'transition'

/** @see https://www.iana.org/assignments/iana-ipv4-special-registry */
export const IPV4_BLOCKS: readonly AddressBlock[] = [
  ['169.254.169.254/32', 'metadata'],
  ['169.254.170.2/32', 'metadata'],
  ['100.100.100.200/32', 'metadata'],
  ['168.63.129.16/32', 'metadata'],
  ['192.0.0.192/32', 'metadata'],
  ['0.0.0.0/8', 'this network'],
  ['10.0.0.0/8', 'private'],
  ['100.64.0.0/10', 'shared'],
  ['127.0.0.0/8', 'loopback'],
  ['169.254.0.0/16', 'link-local'],
  ['172.16.0.0/12', 'private'],
  ['192.0.0.0/24', 'reserved'],
  ['192.0.2.0/24', 'documentation'],
  ['192.31.196.0/24', 'reserved'],
  ['192.52.193.0/24', 'reserved'],
  ['192.88.99.0/24', 'transition'],
  ['192.168.0.0/16', 'private'],
  ['192.175.48.0/24', 'reserved'],
  ['198.18.0.0/15', 'private'],
  ['198.51.100.0/24', 'documentation'],
  ['203.0.113.0/24', 'documentation'],
  ['224.0.0.0/4', 'multicast'],
  ['240.0.0.0/4', 'reserved'],
]

/** @see https://www.iana.org/assignments/iana-ipv6-special-registry */
export const IPV6_BLOCKS: readonly AddressBlock[] = [
  ['fd00:ec2::254/128', 'metadata'],
  ['fd00:ec2::23/128', 'metadata'],
  ['fd20:ce::254/128', 'metadata'],
  ['::/128', 'this network'],
  ['::1/128', 'loopback'],
  ['64:ff9b:1::/48', 'transition'],
  ['100::/64', 'reserved'],
  ['2001::/23', 'transition'],
  ['2001:db8::/32', 'documentation'],
  ['2002::/16', 'transition'],
  ['2620:4f:8000::/48', 'reserved'],
  ['3fff::/20', 'documentation'],
  ['5f00::/16', 'reserved'],
  ['fc00::/7', 'private'],
  ['fe80::/10', 'link-local'],
  ['fec0::/10', 'private'],
  ['ff00::/8', 'multicast'],
]

/** Where an IPv4 address stands within an IPv6 address, by what the address begins with: such an address is what the IPv4 address is. */
export const EMBEDDED_IPV4: readonly (readonly [block: string, atByte: number])[] = [
  ['::ffff:0:0/96', 12],
  ['::ffff:0:0:0/96', 12],
  ['64:ff9b::/96', 12],
]

/** Of IPv6 only this block is given out for public use. */
export const PUBLIC_IPV6 = '2000::/3'
