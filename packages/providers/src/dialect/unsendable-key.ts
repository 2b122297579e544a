import type { ErrorDetail } from '@vitrine/contracts'

const UNSENDABLE_KEY: ErrorDetail = {
  code: 'provider_error',
  message: 'The key for this provider holds a space, a line break or another character that cannot be sent. Set the key again.',
  meta: { retryable: false },
}

/** Why a key cannot be sent as a header; null where it can, or where there is none. */
export const unsendableKey = (apiKey: string | null): ErrorDetail | null =>
  apiKey === null || /^[\x21-\x7e]+$/.test(apiKey) ? null : UNSENDABLE_KEY
