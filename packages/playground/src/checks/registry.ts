import type { CheckType } from './check.ts'
import type { Evaluator } from './evaluator.ts'
import { contains } from './kinds/contains.ts'
import { equals } from './kinds/equals.ts'
import { icontains } from './kinds/icontains.ts'
import { isJson } from './kinds/is-json.ts'
import { matchesSchema } from './kinds/matches-schema.ts'
import { maxCost } from './kinds/max-cost.ts'
import { maxLatency } from './kinds/max-latency.ts'
import { maxTokens } from './kinds/max-tokens.ts'
import { notContains } from './kinds/not-contains.ts'
import { regex } from './kinds/regex.ts'
import { rubric } from './kinds/rubric.ts'
import { unknown } from './kinds/unknown.ts'

/** The kinds of checks. A new one is a type in `check.ts`, a file under `kinds/`, and a line here. */
export const EVALUATORS: { readonly [Type in CheckType]: Evaluator<Type> } = {
  equals,
  contains,
  'not-contains': notContains,
  icontains,
  regex,
  'is-json': isJson,
  'matches-schema': matchesSchema,
  'max-tokens': maxTokens,
  'max-cost': maxCost,
  'max-latency': maxLatency,
  rubric,
  unknown,
}
