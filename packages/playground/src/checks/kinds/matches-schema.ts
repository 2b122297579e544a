import { type CheckResult, erred, failed, passed } from '../check-result.ts'
import type { Evaluator } from '../evaluator.ts'
import { jsonOf } from '../json-of.ts'
import { looksLike } from './is-json.ts'

/** The validator is loaded by the first check that needs it. */
export const matchesSchema: Evaluator<'matches-schema'> = async ({ schema }, { answer: { text, parsed } }): Promise<CheckResult> => {
  const read = parsed === undefined ? jsonOf(text) : ({ ok: true, value: parsed } as const)
  if (!read.ok) return failed({ code: 'not-json', looksLike: looksLike(text) })
  const { matchSchema } = await import('../schema/match-schema.ts')
  const match = matchSchema(schema, read.value)
  if (!match.ok)
    return erred('isTooMuch' in match ? { code: 'too-much-work' } : { code: 'bad-schema', message: match.message, cause: match.cause })
  const { violations } = match
  return violations.length === 0 ? passed({ code: 'schema-met' }) : failed({ code: 'schema-violated', violations })
}
