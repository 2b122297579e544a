/** What is asked of an address again and again. */
export interface UrlParts {
  readonly url: URL
  readonly path: string
  /** Without query and credentials. */
  readonly bare: string
}

const REMEMBERED = 256
const known = new Map<string, UrlParts>()

/** The parts of a provider's address. There are few of them and each is called many times, so they are read once. */
export function urlParts(text: string): UrlParts {
  const held = known.get(text)
  if (held !== undefined) return held
  const url = new URL(text)
  const parts = { url, path: url.pathname + url.search, bare: url.origin + url.pathname }
  if (known.size >= REMEMBERED) known.clear()
  known.set(text, parts)
  return parts
}
