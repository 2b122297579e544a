import type { Check } from '../../../checks/check.ts'
import type { JsonObject } from '../../data/json-object.ts'
import { assertOfCheck } from '../../promptfoo/assert-of-check.ts'
import { hasNunjucks, literalText, nunjucksOfCurly } from '../../promptfoo/nunjucks-text.ts'
import { readsEnvironment } from '../../promptfoo/reads-environment.ts'

/** The check with its text in the language of the other tool, which fills in every text of an assertion; null where it cannot say it. */
function translated(check: Check): Check | null {
  switch (check.type) {
    case 'equals':
    case 'contains':
    case 'not-contains':
    case 'icontains': {
      const value = check.value === undefined ? undefined : nunjucksOfCurly(check.value)
      return value === null ? null : value === undefined ? check : { ...check, value }
    }
    case 'regex': {
      const pattern = nunjucksOfCurly(check.pattern)
      return pattern === null ? null : { ...check, pattern }
    }
    case 'rubric': {
      const rubric = nunjucksOfCurly(check.rubric)
      return rubric === null ? null : { ...check, rubric }
    }
    case 'matches-schema':
      // It fills in nothing there.
      return hasNunjucks(JSON.stringify(check.schema)) ? null : check
    default:
      return check
  }
}

/** A check as an assertion of a test whose row expects that text; null for one that it has no words for. */
export function filledAssert(check: Check, expected: string | undefined): JsonObject | null {
  const there = readsEnvironment(JSON.stringify(check)) ? null : translated(check)
  return there === null ? null : assertOfCheck(there, expected === undefined ? undefined : literalText(expected))
}
