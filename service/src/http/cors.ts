const ALLOW_HEADERS = [
  'Content-Type',
  'Authorization',
  'Accept',
  'traceparent',
  'Idempotency-Key',
  'X-Request-Id',
  'X-Vitrine-Run',
  'X-Vitrine-Row',
  'X-Vitrine-Deadline-Ms',
  'X-Vitrine-Wire',
  'ngrok-skip-browser-warning',
].join(', ')
const EXPOSE_HEADERS = 'Retry-After, X-Request-Id, X-Trace-Id, X-Span-Id'
const PREFLIGHT_SECONDS = '600'

const VARY = { Vary: 'Origin' } as const

export interface Cors {
  /** For every answer. `Vary` is there in any case, so that a cache never hands one origin's answer to another. */
  headersFor(origin: string | null): Readonly<Record<string, string>>
  preflightFor(origin: string | null): Readonly<Record<string, string>>
}

/** Other origins may call only where the operator lists them; `null` and `*` never are. Credentials are headers, so no cookies are allowed. */
export function createCors(origins: readonly string[]): Cors {
  const answers = new Map(
    origins.map((origin) => [
      origin,
      { ...VARY, 'Access-Control-Allow-Origin': origin, 'Access-Control-Expose-Headers': EXPOSE_HEADERS } as const,
    ]),
  )
  const headersFor = (origin: string | null): Readonly<Record<string, string>> => (origin === null ? VARY : (answers.get(origin) ?? VARY))
  return {
    headersFor,
    preflightFor: (origin) =>
      origin === null || !answers.has(origin)
        ? VARY
        : {
            ...headersFor(origin),
            Vary: 'Origin, Access-Control-Request-Headers',
            'Access-Control-Allow-Methods': 'GET, POST',
            'Access-Control-Allow-Headers': ALLOW_HEADERS,
            'Access-Control-Max-Age': PREFLIGHT_SECONDS,
          },
  }
}
