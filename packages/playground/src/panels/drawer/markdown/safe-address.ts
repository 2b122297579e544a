/** An address that a person may be asked to open. */
export interface SafeAddress {
  readonly href: string
  /** Who is asked there: the name of a host, as it is registered, or the address of a letter. */
  readonly host: string
}

/** Of the web or of a letter, whole, and without a name and a password in it; null for any other. */
export function safeAddress(address: string | undefined): SafeAddress | null {
  if (address === undefined || !URL.canParse(address)) return null
  const url = new URL(address)
  if (url.protocol === 'mailto:') return { href: url.href, host: url.pathname }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null
  return url.username === '' && url.password === '' ? { href: url.href, host: url.host } : null
}
