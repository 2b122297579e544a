import { LONGEST_ADDRESS } from './limits.ts'

export type AddressFault = 'no-address' | 'not-https' | 'credentials' | 'address-too-long'
export type AddressReading = { readonly ok: true; readonly url: string } | { readonly ok: false; readonly fault: AddressFault }

/**
 * The address of a picture or a file on the web, as the provider would fetch it. This page and the service never do.
 *
 * *Errors*: anything but https; a name and a password in it, which would go to the provider; more than 4,096 characters.
 */
export function webAddress(text: string): AddressReading {
  const written = text.trim()
  if (written.length > LONGEST_ADDRESS) return { ok: false, fault: 'address-too-long' }
  if (!URL.canParse(written)) return { ok: false, fault: 'no-address' }
  const url = new URL(written)
  if (url.protocol !== 'https:') return { ok: false, fault: 'not-https' }
  if (url.username !== '' || url.password !== '') return { ok: false, fault: 'credentials' }
  return { ok: true, url: url.href }
}
