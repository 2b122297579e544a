import type { Check, CheckType } from '../../checks/check.ts'

/** The kinds that a person can add: those that are evaluated here. */
export const ADDABLE = [
  'equals',
  'contains',
  'not-contains',
  'icontains',
  'regex',
  'is-json',
  'matches-schema',
  'max-tokens',
  'max-cost',
  'max-latency',
  'rubric',
] as const satisfies readonly CheckType[]
type Addable = (typeof ADDABLE)[number]

/** What each begins as: so complete that evaluating it is no error before anything is typed. */
const BEGINNINGS: { readonly [Type in Addable]: Extract<Check, { readonly type: Type }> } = {
  equals: { type: 'equals' },
  contains: { type: 'contains' },
  'not-contains': { type: 'not-contains' },
  icontains: { type: 'icontains' },
  regex: { type: 'regex', pattern: '\\S' },
  'is-json': { type: 'is-json' },
  'matches-schema': { type: 'matches-schema', schema: { type: 'object' } },
  'max-tokens': { type: 'max-tokens', maxTokens: 200 },
  'max-cost': { type: 'max-cost', maxCostUsd: 0.01 },
  'max-latency': { type: 'max-latency', maxLatencyMs: 5000 },
  // A rubric is nobody's but its author's: without one it is undecided.
  rubric: { type: 'rubric', rubric: '' },
}

export const newCheck = (type: Addable): Check => BEGINNINGS[type]
