import type { ErrorDetail } from '@vitrine/contracts'

/** A stream that is over before its answer is. */
export const INTERRUPTED: ErrorDetail = {
  code: 'provider_error',
  message:
    'The stream ended before the answer did: the provider or something on the way closed it. What had arrived is kept. Run it again.',
  meta: { interrupted: true, retryable: true },
}

/** An event that is not what it is announced as. */
export const GARBLED: ErrorDetail = {
  code: 'provider_error',
  message: 'The provider sent an event that is garbled: it is not JSON. What had arrived before is kept. Run it again.',
  meta: { provider_code: 'garbled', retryable: true },
}
