/** Shorter ones would be found in places where no key is. */
const LEAST_ENCODED_CHARS = 12

const hexOf = (key: string): string => Buffer.from(key).toString('hex')

/** The middle of a key's base64, which is the same whatever stands before and behind it: three ways, by where the key begins. */
function base64Cores(key: string): readonly string[] {
  return [0, 1, 2].map((before) => {
    const encoded = Buffer.from(`${' '.repeat(before)}${key}`)
      .toString('base64')
      .replace(/=+$/, '')
    return encoded.slice(before === 0 ? 0 : before + 1, -1)
  })
}

/** Keys of most makers, which every plain way of writing leaves as they are. */
const SIMPLE = /^[\w.~-]+$/

/** A key as a text holds it, as an address does, as JSON does, and as JSON within JSON does. */
export function plainSpellings(key: string): readonly string[] {
  if (SIMPLE.test(key)) return [key]
  const spellings = [key, encodeURIComponent(key), JSON.stringify(key).slice(1, -1), JSON.stringify(JSON.stringify(key)).slice(3, -3)]
  return [...new Set(spellings)]
}

/** Every way in which somebody may write a key down who quotes it: plain, escaped for JSON, HTML or an address, as hex or base64. */
export function keySpellings(key: string): readonly string[] {
  const plain = [
    ...plainSpellings(key),
    encodeURI(key),
    key.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
  ]
  const hex = hexOf(key)
  const cores = base64Cores(key)
  const encoded = [
    hex,
    hex.replace(/../g, '%$&'),
    hex.replace(/../g, '\\x$&'),
    hex.replace(/../g, '\\u00$&'),
    ...cores,
    ...cores.map((core) => core.replaceAll('+', '-').replaceAll('/', '_')),
  ]
  return [...new Set([...plain, ...encoded.filter((text) => text.length >= LEAST_ENCODED_CHARS)])]
}
