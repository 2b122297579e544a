import { anthropic, openAiResponses } from '@vitrine/providers'
import { fieldsOf, listOf, numberOf, patternOf, textOf, type Fields } from './fields.ts'
import { met, same, unknownWish, type Verdict } from './verdict.ts'

/**
 * Our failure in the seed's words. Ours name cause and remedy; the seed puts a word for the status before those of the provider, and names
 * the provider where it said nothing.
 */
export function toSeedError(status: number, body: string, provider: string): Fields {
  const dialect = provider === 'anthropic' ? anthropic : openAiResponses
  const { error, retryable } = dialect.readFailure({ status, headers: {}, body })
  const { provider_message: words, provider_code: code, provider_type: type, request_id: requestId } = error.meta ?? {}
  const prefix = prefixOf(status, typeof words === 'string')
  const said = typeof words === 'string' ? words : `${provider} API error: ${status}`
  return { message: prefix === '' ? said : `${prefix}: ${said}`, status, code, type: type ?? code, requestId, retryable }
}

function prefixOf(status: number, hasWords: boolean): string {
  if (status >= 500) return 'Server error'
  if (!hasWords) return 'API Error'
  const named = new Map([
    [409, 'Conflict'],
    [410, 'Gone'],
    [418, ''],
    [429, 'Rate limit exceeded'],
  ])
  return named.get(status) ?? (status >= 400 ? 'Client error' : 'API Error')
}

export function judgeError(input: unknown, expected: unknown): Verdict {
  const [status, body, provider] = listOf(input)
  const error = toSeedError(numberOf(status) ?? 0, textOf(body) ?? '', textOf(provider) ?? '')
  return met(
    error,
    ...Object.entries(fieldsOf(expected)).map(([name, wanted]) => {
      if (name === 'messageMatches') return patternOf(wanted).test(String(error['message'])) ? null : name
      return name in error ? same(name, error[name], wanted) : unknownWish(name)
    }),
  )
}
