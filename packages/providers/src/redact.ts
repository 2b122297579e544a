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
// Beyond it nobody reads, and every reader that calls itself would run out of stack.
const DEEPEST = 64

// What looks like a credential of any kind, for those that are not ours: a gateway's error may quote the key of its own upstream. Words
// of plain language stand behind `bearer` and `authorization:` too, so a digit or a capital has to be among what is taken out there.
const CREDENTIAL_SHAPES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:sk|pk|rk|gsk|xai)-[A-Za-z0-9_*-]{8,}/g, REDACTED],
  [
    /\b(x-api-key|api-key|authorization)(["']?\s{0,9}[:=]\s{0,9}["']?)(?:bearer\s{1,9}|basic\s{1,9})?(?=[^\s"',}]{0,200}\d)[^\s"',}]{4,}/gi,
    `$1$2${REDACTED}`,
  ],
  [
    /\b([Bb]earer|BEARER|[Bb]asic|[Aa]pi[Kk]ey)\s{1,9}(?=[A-Za-z._~+/=-]{0,200}\d|[a-z]{0,200}[A-Z])[A-Za-z0-9._~+/=-]{8,}/g,
    `$1 ${REDACTED}`,
  ],
]

export interface Redactor {
  text(text: string): string
  headers(headers: Readonly<Record<string, string>>): Record<string, string>
  /** The same JSON with every text in it redacted, keys included, and cut off where it is nested beyond all reason. */
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
  const text = (value: string): string => CREDENTIAL_SHAPES.reduce((rest, [shape, shown]) => rest.replace(shape, shown), ownKey(value))
  const jsonAt = (value: unknown, depth: number): unknown => {
    if (typeof value === 'string') return text(value)
    if (typeof value !== 'object' || value === null) return value
    if (depth > DEEPEST) return '…'
    if (Array.isArray(value)) return value.map((item: unknown) => jsonAt(item, depth + 1))
    const result: Record<string, unknown> = {}
    for (const [key, held] of Object.entries(value)) {
      const isSecret = SECRET_HEADERS.has(key.toLowerCase()) && typeof held === 'string'
      Object.defineProperty(result, text(key), {
        value: isSecret ? REDACTED : jsonAt(held, depth + 1),
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
  return { text, headers, json: (value) => jsonAt(value, 0), ownKey }
}
