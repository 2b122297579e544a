/** The bytes of an IP address: four or sixteen. */
export type IpBytes = readonly number[]

/**
 * Reads an IP address in every spelling that some resolver or socket takes for one; null where it is none.
 *
 * *Shape*: IPv4 with one to four parts, each decimal, octal (`0177`) or hexadecimal (`0x7f`), the last filling what is left; IPv6 with `::`,
 * with an IPv4 tail, with or without brackets, with a zone, which is dropped.
 * @see https://url.spec.whatwg.org/#concept-ipv4-parser
 * @see https://www.rfc-editor.org/rfc/rfc4291#section-2.2
 */
export function ipBytes(text: string): IpBytes | null {
  const bare = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text
  return bare.includes(':') ? ipv6Bytes(bare.replace(/%.*$/s, '')) : ipv4Bytes(bare)
}

function ipv4Bytes(text: string): IpBytes | null {
  const parts = (text.endsWith('.') ? text.slice(0, -1) : text).split('.')
  const values = parts.map(ipv4Part)
  const last = values.pop() ?? null
  if (last === null || values.length > 3) return null
  let number = last
  if (last >= 256 ** (4 - values.length)) return null
  for (const [position, value] of values.entries()) {
    if (value === null || value > 255) return null
    number += value * 256 ** (3 - position)
  }
  return [number >>> 24, (number >>> 16) & 255, (number >>> 8) & 255, number & 255]
}

function ipv4Part(text: string): number | null {
  if (/^0x[0-9a-f]{0,16}$/i.test(text)) return text.length === 2 ? 0 : Number.parseInt(text, 16)
  if (/^0[0-7]{1,22}$/.test(text)) return Number.parseInt(text, 8)
  return /^(?:0|[1-9]\d{0,15})$/.test(text) ? Number(text) : null
}

function ipv6Bytes(text: string): IpBytes | null {
  const halves = text.split('::')
  if (halves.length > 2) return null
  const [head, tail] = [groupBytes(halves[0] ?? '', halves.length === 1), groupBytes(halves[1] ?? '', true)]
  if (head === null || tail === null) return null
  const missing = 16 - head.length - tail.length
  if (halves.length === 1 ? missing !== 0 : missing < 2) return null
  return [...head, ...Array.from({ length: missing }, () => 0), ...tail]
}

/** The groups of a half of an address; at the end of the whole there may be an IPv4 address. */
function groupBytes(text: string, isEnd: boolean): IpBytes | null {
  if (text === '') return []
  const bytes: number[] = []
  const groups = text.split(':')
  for (const [position, group] of groups.entries()) {
    if (isEnd && position === groups.length - 1 && group.includes('.')) {
      const ipv4 = /^\d{1,3}(?:\.\d{1,3}){3}$/.test(group) ? ipv4Bytes(group.replace(/\b0+(?=\d)/g, '')) : null
      if (ipv4 === null) return null
      bytes.push(...ipv4)
    } else {
      if (!/^[0-9a-f]{1,4}$/i.test(group)) return null
      const value = Number.parseInt(group, 16)
      bytes.push(value >>> 8, value & 255)
    }
  }
  return bytes
}
