import { type CheckResult, erred, excerpt, failed, passed } from '../check-result.ts'
import type { Evaluator } from '../evaluator.ts'

/** The engine is loaded by the first check that needs it. */
export const regex: Evaluator<'regex'> = async ({ pattern, flags }, { answer: { text } }): Promise<CheckResult> => {
  const { linearRegex } = await import('../regex/linear-regex.ts')
  const search = linearRegex(pattern, flags).search(text)
  switch (search.kind) {
    case 'match': {
      const { at, length } = search
      return passed({ code: 'matched', at, length, text: excerpt(text.slice(at, at + length)) })
    }
    case 'no-match':
      return failed({ code: 'no-match' })
    case 'too-much-work':
      return erred({ code: 'too-much-work' })
    default:
      return erred({ code: search.kind, message: search.message, cause: search.cause })
  }
}
