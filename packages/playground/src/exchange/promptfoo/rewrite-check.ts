import type { Check } from '../../checks/check.ts'
import { hasNunjucks } from './nunjucks-text.ts'

/**
 * A check with its texts in the other tool's language of placeholders or out of it, as `rewrite` says them; null where one cannot be said.
 * What stands in a schema is filled in here and not there: one with placeholders means something else on the other side.
 */
export function rewriteCheck(check: Check, rewrite: (text: string) => string | null): Check | null {
  switch (check.type) {
    case 'equals':
    case 'contains':
    case 'not-contains':
    case 'icontains': {
      const value = check.value === undefined ? undefined : rewrite(check.value)
      return value === null ? null : value === undefined ? check : { ...check, value }
    }
    case 'regex': {
      const pattern = rewrite(check.pattern)
      return pattern === null ? null : { ...check, pattern }
    }
    case 'rubric': {
      const rubric = rewrite(check.rubric)
      return rubric === null ? null : { ...check, rubric }
    }
    case 'matches-schema':
      return hasNunjucks(JSON.stringify(check.schema)) ? null : check
    default:
      return check
  }
}
