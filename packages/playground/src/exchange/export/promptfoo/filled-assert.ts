import type { Check } from '../../../checks/check.ts'
import type { JsonObject } from '../../data/json-object.ts'
import { assertOfCheck } from '../../promptfoo/assert-of-check.ts'
import { literalText, nunjucksOfCurly } from '../../promptfoo/nunjucks-text.ts'
import { readsEnvironment } from '../../promptfoo/reads-environment.ts'
import { rewriteCheck } from '../../promptfoo/rewrite-check.ts'

/** A check as an assertion of a test whose row expects that text; null for one that it has no words for. */
export function filledAssert(check: Check, expected: string | undefined): JsonObject | null {
  const there = readsEnvironment(JSON.stringify(check)) ? null : rewriteCheck(check, nunjucksOfCurly)
  return there === null ? null : assertOfCheck(there, expected === undefined ? undefined : literalText(expected))
}
