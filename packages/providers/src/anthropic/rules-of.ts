import { MODEL_RULES, NEWEST_RULES, OLDEST_RULES } from './model-rules.data.ts'
import type { ModelRules } from './model-rules.ts'

// A number with more than two digits is a date: `claude-opus-4-20250514` is 4.0.
const NAME = /claude-(?:(\d{1,2})(?:[.-](\d{1,2}))?-)?(opus|sonnet|haiku|fable|mythos)(?:-(preview|\d{1,2}(?!\d))(?:[.-](\d{1,2})(?!\d))?)?/
const BEFORE_THE_LINES = /claude-(?:instant|v?[12](?!\d))/

/** The rules for a model by its name, with whatever a gateway puts around it. */
export function rulesOf(model: string): ModelRules {
  const name = model.toLowerCase()
  if (BEFORE_THE_LINES.test(name)) return OLDEST_RULES
  const [, majorBefore, minorBefore, line, major, minor] = NAME.exec(name) ?? []
  if (line === undefined) return NEWEST_RULES
  const version = major === 'preview' ? major : `${majorBefore ?? major}.${minorBefore ?? minor ?? '0'}`
  return MODEL_RULES.get(`${line} ${version}`) ?? NEWEST_RULES
}
