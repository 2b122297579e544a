import { RE2JS, RE2JSSyntaxException } from 're2js'
import type { CauseKind, Told } from '../../messages/told.ts'

/** What the linear engine says of a pattern, as far as it is told apart; browsers each say it in other words. */
const KINDS: ReadonlyMap<string, CauseKind> = new Map<string, CauseKind>([
  ['missing closing )', 'pattern-group'],
  ['unexpected )', 'pattern-close'],
  ['missing closing ]', 'pattern-class'],
  ['missing argument to repetition operator', 'pattern-repeat'],
  ['invalid nested repetition operator', 'pattern-repeat'],
  ['invalid repeat count', 'pattern-count'],
  ['trailing backslash at end of expression', 'pattern-backslash'],
  ['invalid character class range', 'pattern-range'],
  ['invalid named capture', 'pattern-name'],
  ['duplicate capture group name', 'pattern-name'],
])

const OTHER = { kind: 'pattern-other', values: {} } as const satisfies Told['cause']

/** Why a text is no pattern. */
export function badPatternCause(source: string): NonNullable<Told['cause']> {
  try {
    RE2JS.compile(RE2JS.translateRegExp(source))
    return OTHER
  } catch (error) {
    const kind = error instanceof RE2JSSyntaxException ? KINDS.get(error.getDescription()) : undefined
    return kind === undefined ? OTHER : { kind, values: { part: partOf(error) } }
  }
}

/** What of a pattern cannot be looked for in linear time. */
export const unsupportedCause = (error: unknown): NonNullable<Told['cause']> => ({ kind: 'pattern-part', values: { part: partOf(error) } })

function partOf(error: unknown): string {
  if (error instanceof RE2JSSyntaxException) return error.getPattern() ?? ''
  return error instanceof Error ? error.message : ''
}
