import { EMBEDDED_IPV4, IPV4_BLOCKS, IPV6_BLOCKS, PUBLIC_IPV6, type AddressBlock, type AddressKind } from './address-blocks.data.ts'
import { ipBytes, type IpBytes } from './ip-bytes.ts'

interface Block {
  readonly bytes: IpBytes
  readonly bits: number
}

function toBlock(text: string): Block {
  const [address = '', bits = ''] = text.split('/')
  const bytes = ipBytes(address)
  if (bytes === null) throw new Error(`${text} is no block of addresses`)
  return { bytes, bits: Number(bits) }
}

const toKinds = (blocks: readonly AddressBlock[]): readonly (readonly [Block, AddressKind])[] =>
  blocks.map(([text, kind]) => [toBlock(text), kind])

const IPV4_KINDS = toKinds(IPV4_BLOCKS)
const IPV6_KINDS = toKinds(IPV6_BLOCKS)
const EMBEDDING = EMBEDDED_IPV4.map(([text, atByte]) => ({ block: toBlock(text), atByte }))
const PUBLIC = toBlock(PUBLIC_IPV6)
/** Of the lower half of an address that a tunnel within a site makes of an IPv4 address. */
const ISATAP = [0x5e, 0xfe]

const lies = (bytes: IpBytes, { bytes: start, bits }: Block): boolean => {
  for (let bit = 0; bit < bits; bit += 8) {
    const mask = bits - bit >= 8 ? 0xff : (0xff << (8 - (bits - bit))) & 0xff
    if (((bytes[bit / 8] ?? 0) & mask) !== ((start[bit / 8] ?? 0) & mask)) return false
  }
  return true
}

const kindAmong = (kinds: readonly (readonly [Block, AddressKind])[], bytes: IpBytes): AddressKind | null =>
  kinds.find(([block]) => lies(bytes, block))?.[1] ?? null

/**
 * What kind of address this is where it is not a public one; null for a public one. By its bytes, so that no spelling of an address and no
 * wrapping of an IPv4 address in an IPv6 one is taken for anything else. What is no address at all is reserved.
 */
export function classifyAddress(text: string): AddressKind | null {
  const bytes = ipBytes(text)
  if (bytes === null) return 'reserved'
  return bytes.length === 4 ? kindAmong(IPV4_KINDS, bytes) : ipv6Kind(bytes)
}

function ipv6Kind(bytes: IpBytes): AddressKind | null {
  const embedding = EMBEDDING.find(({ block }) => lies(bytes, block))
  if (embedding !== undefined) return kindAmong(IPV4_KINDS, bytes.slice(embedding.atByte, embedding.atByte + 4))
  const kind = kindAmong(IPV6_KINDS, bytes)
  if (kind !== null) return kind
  if (!lies(bytes, PUBLIC)) return 'reserved'
  const isTunnel = bytes[10] === ISATAP[0] && bytes[11] === ISATAP[1] && bytes[9] === 0 && ((bytes[8] ?? 0) & ~2) === 0
  return isTunnel ? 'transition' : null
}
