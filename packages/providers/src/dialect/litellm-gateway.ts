import type { GatewayFacts } from '@vitrine/contracts'

type Headers = Readonly<Record<string, string>>

const DOUBT =
  'LiteLLM leaves out settings that a model does not take where its operator has set drop_params, and does not say so in its answer'

/**
 * What a LiteLLM proxy says of itself in its headers; null where the answer came from none. The body's `model` is the alias that was asked
 * for, so the headers are the only place that names the deployment.
 * @see https://docs.litellm.ai/docs/proxy/caching
 */
export function gatewayOfHeaders(headers: Headers): GatewayFacts | null {
  const version = text(headers, 'version')
  const callId = text(headers, 'call-id')
  if (version === null && callId === null) return null
  const model = text(headers, 'model-name')
  const apiBase = bareUrl(text(headers, 'model-api-base'))
  const retries = count(headers, 'attempted-retries')
  const fallbacks = count(headers, 'attempted-fallbacks')
  return {
    name: 'litellm',
    ...(version === null ? {} : { version }),
    ...(callId === null ? {} : { callId }),
    ...(model === null ? {} : { model }),
    ...(apiBase === null ? {} : { apiBase }),
    ...(retries === null ? {} : { retries }),
    ...(fallbacks === null ? {} : { fallbacks }),
    // The key is there where an answer came from the proxy's cache, and nowhere else.
    ...(text(headers, 'cache-key') === null ? {} : { cached: true }),
    settingsDoubt: DOUBT,
  }
}

function text(headers: Headers, name: string): string | null {
  const value = headers[`x-litellm-${name}`]?.trim() ?? ''
  return value === '' || value === 'None' ? null : value
}

/** Without credentials and query, which some operators put their keys into. */
function bareUrl(value: string | null): string | null {
  const url = value === null ? null : URL.parse(value)
  return url === null ? null : `${url.origin}${url.pathname.replace(/\/+$/, '')}`
}

function count(headers: Headers, name: string): number | null {
  const value = text(headers, name)
  return value !== null && /^\d{1,6}$/.test(value) ? Number(value) : null
}
