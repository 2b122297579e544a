/**
 * A base URL as an endpoint wants it: without a trailing slash, and with `/v1` where it names a host alone, as people write the address of
 * a gateway. Null where it is no http or https URL, or holds a user name or a query.
 */
export function normalizeBaseUrl(text: string): string | null {
  if (!URL.canParse(text.trim())) return null
  const url = new URL(text.trim())
  if ((url.protocol !== 'http:' && url.protocol !== 'https:') || url.username !== '' || url.password !== '' || url.search !== '')
    return null
  const path = url.pathname.replace(/\/+$/, '').replace(/\/chat\/completions$/, '')
  return url.origin + (path === '' ? '/v1' : path)
}
