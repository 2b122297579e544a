import { type JsonObject, isList, isObject, member, textMember } from '../../data/json-object.ts'
import { checkOfAssert, type ReadAssert } from '../../promptfoo/check-of-assert.ts'
import { curlyOfNunjucks, hasNunjucks, textOfLiteral } from '../../promptfoo/nunjucks-text.ts'
import { rewriteCheck } from '../../promptfoo/rewrite-check.ts'

/** An equality with data holds by value there; here it does where JSON is asked for, and its text is that of the data. */
function withText(assert: JsonObject, asksJson: boolean): JsonObject {
  const value = member(assert, 'value')
  const isData = asksJson && member(assert, 'type') === 'equals' && (isObject(value) || isList(value))
  const text = isData ? JSON.stringify(value) : ''
  return isData && !hasNunjucks(text) ? { ...assert, value: text } : assert
}

export interface FilledCheck extends ReadAssert {
  /** The text that the check compares with, where it has none of its own: braces in it are no placeholders. */
  readonly expected?: string
}

/** An assertion of a test as a check; one that cannot be said here is kept as it was written. */
export function filledCheck(assert: JsonObject, asksJson: boolean): FilledCheck {
  const read = checkOfAssert(withText(assert, asksJson))
  const check = read.check.type === 'unknown' ? { ...read.check, source: assert } : rewriteCheck(read.check, curlyOfNunjucks)
  if (check !== null) return { ...read, check }
  const expected = read.check.type === 'equals' ? textOfLiteral(read.check.value ?? '') : null
  if (expected !== null) return { ...read, check: { type: 'equals' }, expected }
  return { check: { type: 'unknown', name: textMember(assert, 'type') ?? '', source: assert }, dropped: [] }
}
