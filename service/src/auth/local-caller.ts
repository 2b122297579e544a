/** What is known of where a request comes from. */
export interface CallerFacts {
  /** The other end of the connection; null where there is none. */
  readonly remoteAddress: string | null
  readonly headers: Headers
}

const LOOPBACK_ADDRESS = /^(?:::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3}$|^::1$/
const LOOPBACK_HOST = /^(?:127\.\d{1,3}\.\d{1,3}\.\d{1,3}|localhost|\[::1\])(?::\d{1,5})?$/i
/** Whoever sends these is a proxy, and then the connection says nothing about the caller. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via']
const OWN_SITES: ReadonlySet<string | null> = new Set([null, 'same-origin', 'none'])

/**
 * Whether a caller sits on this machine and, where it is a page, is a page of ours. The connection decides first; a name in `Host` that
 * is not loopback (DNS rebinding), a foreign `Origin` or a proxy in between each refuse.
 */
export function isLocalCaller({ remoteAddress, headers }: CallerFacts): boolean {
  const host = headers.get('host')
  if (remoteAddress === null || !LOOPBACK_ADDRESS.test(remoteAddress)) return false
  if (host === null || !LOOPBACK_HOST.test(host)) return false
  if (FORWARDED.some((name) => headers.has(name))) return false
  if (!OWN_SITES.has(headers.get('sec-fetch-site'))) return false
  const origin = headers.get('origin')
  return origin === null || origin === `http://${host}`
}
