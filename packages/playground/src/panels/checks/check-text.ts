import type { Check, CheckType } from '../../checks/check.ts'
import type { Say } from '../../messages/use-text.ts'

export interface CheckFormats {
  readonly money: (usd: number | null) => string
  readonly duration: (durationMs: number | null) => string
  readonly integer: (value: number) => string
}

/** What each kind is called where one is chosen. */
export const KIND_TEXTS = {
  equals: 'kind_equals',
  contains: 'kind_contains',
  'not-contains': 'kind_notContains',
  icontains: 'kind_icontains',
  regex: 'kind_regex',
  'is-json': 'kind_isJson',
  'matches-schema': 'kind_matchesSchema',
  'max-tokens': 'kind_maxTokens',
  'max-cost': 'kind_maxCost',
  'max-latency': 'kind_maxLatency',
  rubric: 'kind_rubric',
  unknown: 'kind_unknown',
} as const satisfies Readonly<Record<CheckType, string>>

const LONGEST = 32

/** As much of a text as a chip can hold, in quotes. */
const quoted = (text: string): string => `“${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}”`

/** What a check asks for, in a few words. */
export function checkText(check: Check, say: Say<'checks'>, formats: CheckFormats): string {
  switch (check.type) {
    case 'equals':
      return check.value === undefined ? say('equalsExpected') : say('equals', { text: quoted(check.value) })
    case 'contains':
      return check.value === undefined ? say('containsExpected') : say('contains', { text: quoted(check.value) })
    case 'not-contains':
      return check.value === undefined ? say('notContainsExpected') : say('notContains', { text: quoted(check.value) })
    case 'icontains':
      return check.value === undefined ? say('icontainsExpected') : say('icontains', { text: quoted(check.value) })
    case 'regex':
      return say('regex', { pattern: `/${check.pattern.slice(0, LONGEST)}/${check.flags ?? ''}` })
    case 'is-json':
      return say('isJson')
    case 'matches-schema':
      return say('matchesSchema')
    case 'max-tokens':
      return say(`maxTokens_${check.count ?? 'output'}`, { tokens: formats.integer(check.maxTokens) })
    case 'max-cost':
      return say('maxCost', { money: formats.money(check.maxCostUsd) })
    case 'max-latency':
      return say('maxLatency', { duration: formats.duration(check.maxLatencyMs) })
    case 'rubric':
      return check.rubric.trim() === '' ? say('rubricBlank') : say('rubric', { text: quoted(check.rubric) })
    case 'unknown':
      return say('unknown', { name: check.name })
    default:
      return check satisfies never
  }
}
