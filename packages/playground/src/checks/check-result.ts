import type { CostSource } from '@vitrine/contracts'
import type { TemplateProblem } from '@vitrine/templating'
import type { Told } from '../messages/told.ts'
import type { TokenCount } from './check.ts'
import type { Violation } from './schema/schema-violations.ts'

/** `unknown` is what nobody can say: it is neither passed nor failed, and counts as neither. `error` is the check's fault, not the answer's. */
export type CheckOutcome = 'pass' | 'fail' | 'error' | 'unknown'

/** What was compared with what in a limit. */
export type LimitedMeasure =
  | { readonly measure: 'tokens'; readonly count: TokenCount }
  | { readonly measure: 'cost'; readonly source: CostSource }
  | { readonly measure: 'latency' }

interface Limited {
  readonly limit: number
  readonly actual: number
  readonly of: LimitedMeasure
}

/**
 * Why a check came out as it did: a code and the values that its sentence needs. The words are the catalogue's.
 *
 * *Shape*: `at` and `length` are UTF-16 units of the answer's text. `text` is at most 200 characters of something longer.
 * *Units*: `limit` and `actual` are tokens, USD or milliseconds, by `of.measure`.
 */
export type CheckReason =
  | { readonly code: 'same'; readonly as: 'text' | 'json' }
  | { readonly code: 'differs'; readonly at: number; readonly wanted: string }
  | { readonly code: 'found'; readonly wanted: string; readonly at: number }
  | { readonly code: 'not-found'; readonly wanted: string }
  | { readonly code: 'matched'; readonly at: number; readonly length: number; readonly text: string }
  | { readonly code: 'no-match' }
  | { readonly code: 'json' }
  | { readonly code: 'not-json'; readonly looksLike: 'empty' | 'fenced' | 'other' }
  | { readonly code: 'schema-met' }
  | { readonly code: 'schema-violated'; readonly violations: readonly Violation[] }
  | ({ readonly code: 'within' } & Limited)
  | ({ readonly code: 'over' } & Limited)
  | { readonly code: 'judged'; readonly score: number; readonly threshold: number | null; readonly reason: string }
  | { readonly code: 'nothing-expected' }
  | { readonly code: 'not-reported'; readonly measure: LimitedMeasure['measure'] }
  | { readonly code: 'only-estimated'; readonly limit: number; readonly actual: number; readonly of: LimitedMeasure }
  | { readonly code: 'no-judge' }
  /** There is nothing to judge by. */
  | { readonly code: 'no-rubric' }
  /** Nobody was asked yet: a judge is paid, so somebody has to want it. */
  | { readonly code: 'not-judged' }
  | { readonly code: 'judging' }
  | { readonly code: 'unknown-kind'; readonly name: string }
  | { readonly code: 'empty-value' }
  | { readonly code: 'bad-limit' }
  | ({ readonly code: 'bad-pattern' } & Told)
  /** JavaScript has it, an engine that runs in linear time cannot: looking around, and references to what a group found. */
  | ({ readonly code: 'unsupported-pattern' } & Told)
  | ({ readonly code: 'bad-schema' } & Told)
  | { readonly code: 'too-much-work' }
  | { readonly code: 'template'; readonly problem: TemplateProblem }
  | ({ readonly code: 'judge-failed' } & Told)
  | { readonly code: 'no-verdict'; readonly text: string }

export interface CheckResult {
  readonly outcome: CheckOutcome
  readonly reason: CheckReason
  /** Who judged and what that was paid; never part of the answer's own cost. `costUsd` is null where nobody said. */
  readonly judging?: { readonly costUsd: number | null; readonly model: string }
}

export const passed = (reason: CheckReason): CheckResult => ({ outcome: 'pass', reason })
export const failed = (reason: CheckReason): CheckResult => ({ outcome: 'fail', reason })
export const unknown = (reason: CheckReason): CheckResult => ({ outcome: 'unknown', reason })
export const erred = (reason: CheckReason): CheckResult => ({ outcome: 'error', reason })

const LONGEST = 200

/** As much of a text as a sentence can hold. */
export const excerpt = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)
