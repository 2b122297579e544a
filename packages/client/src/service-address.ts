/**
 * The prefix under which the service's routes live, without a slash at its end.
 *
 * *Shape*: an address without a path (`https://example.org`) gets `/services`. One with a path is the prefix itself
 * (`https://example.org/ai/services`); a trailing `/completion` or `/chat`, as older configurations have it, is taken off. Query and
 * fragment are not part of an address. A relative one (`/services`) is resolved against `base`.
 *
 * @throws TypeError where it is no http(s) address: a mistake of the programmer, not of the network.
 */
export function serviceAddress(serviceUrl: string, base?: string): string {
  const url = new URL(serviceUrl, base)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new TypeError(`serviceUrl must be an http(s) address, got ${serviceUrl}`)
  const path = url.pathname.replace(/\/+$/, '').replace(/\/(completion|chat)$/, '')
  return `${url.origin}${path === '' ? '/services' : path}`
}
