import { anthropic, openAiResponses } from '@vitrine/providers'
import { fieldsOf, listOf, numberOf, patternOf, textOf, type Fields } from './fields.ts'
import { met, same, unknownWish, type Verdict } from './verdict.ts'

/** The seed's words for a failure: one for the status, then those of the provider, who is named where he said nothing. */
export function seedWords(status: number, words: unknown, provider: string): string {
  const hasWords = typeof words === 'string'
  const prefix = prefixOf(status, hasWords)
  const said = hasWords ? words : `${provider} API error: ${status}`
  return prefix === '' ? said : `${prefix}: ${said}`
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

/** Our failure as the seed has it. Ours name cause and remedy; the facts are the same. */
function toSeedError(status: number, body: string, provider: string): Fields {
  const dialect = provider === 'anthropic' ? anthropic : openAiResponses
  const { error, retryable } = dialect.readFailure({ status, headers: {}, body })
  const { provider_message: words, provider_code: code, provider_type: type, request_id: requestId } = error.meta ?? {}
  return { message: seedWords(status, words ?? unsaid(body), provider), status, code, type: type ?? code, requestId, retryable }
}

/** JSON in which nothing is said is something else to the seed than no JSON. */
const unsaid = (body: string): string | null => (/^\s*[[{]/.test(body) ? 'Unknown error' : null)

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
