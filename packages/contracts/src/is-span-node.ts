import { isAmount, isAmountOrAbsent, isAmountOrNull, isFields, isOneOf, isText, isTextOrAbsent } from './field-checks.ts'
import { COST_SOURCES } from './kernel/usage.ts'
import type { SpanNode } from './span-node.ts'

const isKind = isOneOf(['server', 'client', 'internal'])
const isStatusCode = isOneOf(['OK', 'ERROR'])
const isCostSource = isOneOf(COST_SOURCES)

const isDuration = (value: unknown): boolean => isFields(value) && isAmount(value['total'])
const isCosts = (value: unknown): boolean =>
  isFields(value) &&
  isAmountOrNull(value['total']) &&
  isAmountOrAbsent(value['prompt']) &&
  isAmountOrAbsent(value['completion']) &&
  isCostSource(value['source'])
const isTokens = (value: unknown): boolean =>
  isFields(value) &&
  isAmountOrNull(value['total']) &&
  ['prompt', 'completion', 'cached', 'reasoning'].every((name) => isAmountOrAbsent(value[name]))

function isMetrics(value: unknown): boolean {
  if (!isFields(value)) return false
  const { unit, acc } = value
  if (!isFields(acc) || !isDuration(acc['duration']) || !isCosts(acc['costs']) || !isTokens(acc['tokens'])) return false
  if (unit === undefined) return true
  return (
    isFields(unit) &&
    isDuration(unit['duration']) &&
    (unit['costs'] === undefined || isCosts(unit['costs'])) &&
    (unit['tokens'] === undefined || isTokens(unit['tokens']))
  )
}

const isAttribute = (value: unknown): boolean => isText(value) || typeof value === 'boolean' || isAmount(value)

/** Whether a value from elsewhere can be read as a span without surprises. */
export function isSpanNode(value: unknown): value is SpanNode {
  if (!isFields(value)) return false
  const { time, status, attributes } = value
  return (
    isText(value['trace_id']) &&
    isText(value['span_id']) &&
    isTextOrAbsent(value['parent_span_id']) &&
    isText(value['name']) &&
    isKind(value['kind']) &&
    isFields(time) &&
    isText(time['start']) &&
    isText(time['end']) &&
    isFields(status) &&
    isStatusCode(status['code']) &&
    isTextOrAbsent(status['message']) &&
    isMetrics(value['metrics']) &&
    isFields(attributes) &&
    Object.values(attributes).every(isAttribute)
  )
}
