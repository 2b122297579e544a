import type { ErrorDetail } from '@vitrine/contracts'
import { forbiddenAddress } from './provider-error.ts'
import type { PreparedCall } from './provider.ts'
import { urlParts } from './url-parts.ts'

const NO_ADDRESS = 'The base URL is no http or https address. Correct it and run again.'

/** Why a call may not be sent to where it points; null where it may. Nothing has been sent yet. */
export function addressProblem({ request, endpoint }: PreparedCall): ErrorDetail | null {
  const { baseUrl, apiKey, apiKeyOrigin = baseUrl } = endpoint
  if (!URL.canParse(request.url) || !URL.canParse(apiKeyOrigin)) return forbiddenAddress(NO_ADDRESS)
  const { url } = urlParts(request.url)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return forbiddenAddress(NO_ADDRESS)
  const given = urlParts(apiKeyOrigin).url.origin
  if (apiKey === null || url.origin === given) return null
  return {
    code: 'secret_missing',
    message: `The key was given for ${given} and is not sent to ${url.origin}. Enter a key for that address, or set the base URL back.`,
    meta: { given_for: given, asked_for: url.origin },
  }
}
