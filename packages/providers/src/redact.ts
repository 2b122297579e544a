const SECRET_HEADERS: ReadonlySet<string> = new Set([
  'authorization',
  'proxy-authorization',
  'x-api-key',
  'api-key',
  'x-goog-api-key',
  'cookie',
  'set-cookie',
])
const REDACTED = '***'

// What looks like a credential of any kind, for those that are not ours: a gateway's error may quote the key of its own upstream.
const CREDENTIAL_SHAPES: readonly RegExp[] = [
  /\b(?:sk|pk|rk|gsk|xai|key)-[A-Za-z0-9_-]{8,}\**[A-Za-z0-9_-]*/g,
  /\b(Bearer|Basic|ApiKey)\s+[A-Za-z0-9._~+/=-]{8,}/gi,
  /\b(x-api-key|api-key|authorization)(["']?\s*[:=]\s*["']?)[^\s"',}]{4,}/gi,
]

export interface Redactor {
  text(text: string): string
  headers(headers: Readonly<Record<string, string>>): Record<string, string>
  /** The same JSON with every text in it redacted, keys included. */
  json(value: unknown): unknown
  /** Takes out the call's own key alone and leaves the rest of the text as it is, byte for byte. */
  ownKey(text: string): string
}

/** Removes a call's own key, wherever it is echoed, and everything else that looks like a credential. */
export function createRedactor(apiKey: string | null): Redactor {
  // A key of one or two characters is none, and taking it out would shred the text.
  const spellings =
    apiKey === null || apiKey.length < 4 ? [] : [...new Set([apiKey, encodeURIComponent(apiKey), JSON.stringify(apiKey).slice(1, -1)])]

  const ownKey = (text: string): string => spellings.reduce((rest, spelling) => rest.replaceAll(spelling, REDACTED), text)
  const text = (value: string): string => {
    const [keys, schemes, named] = CREDENTIAL_SHAPES
    let rest = ownKey(value)
    if (keys !== undefined) rest = rest.replace(keys, REDACTED)
    if (schemes !== undefined) rest = rest.replace(schemes, `$1 ${REDACTED}`)
    return named === undefined ? rest : rest.replace(named, `$1$2${REDACTED}`)
  }
  const json = (value: unknown): unknown => {
    if (typeof value === 'string') return text(value)
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map(json)
    const result: Record<string, unknown> = {}
    for (const [key, held] of Object.entries(value)) {
      const isSecret = SECRET_HEADERS.has(key.toLowerCase()) && typeof held === 'string'
      Object.defineProperty(result, text(key), {
        value: isSecret ? REDACTED : json(held),
        enumerable: true,
        writable: true,
        configurable: true,
      })
    }
    return result
  }
  const headers = (values: Readonly<Record<string, string>>): Record<string, string> => {
    const result: Record<string, string> = {}
    for (const [name, value] of Object.entries(values))
      result[name.toLowerCase()] = SECRET_HEADERS.has(name.toLowerCase()) ? REDACTED : ownKey(value)
    return result
  }
  return { text, headers, json, ownKey }
}
