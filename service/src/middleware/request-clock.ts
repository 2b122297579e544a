/** Time as one request sees it. Spans, deadlines and the wire view all count from the moment it was accepted. */
export interface RequestClock {
  /** Milliseconds since the request was accepted, monotonic. */
  elapsed(): number
  /** Milliseconds since 1970 of a moment of `elapsed`; with fractions, for spans. */
  toEpoch(elapsedMs: number): number
}

export interface TimeSource {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Milliseconds since some fixed moment, never going back. */
  readonly monotonic: () => number
}

export function startRequestClock(time: TimeSource): RequestClock {
  const acceptedAt = time.now()
  const start = time.monotonic()
  return { elapsed: () => time.monotonic() - start, toEpoch: (elapsedMs) => acceptedAt + elapsedMs }
}
