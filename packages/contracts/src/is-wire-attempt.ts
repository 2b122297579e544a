import { isAmount, isAmountOrNull, isCount, isCountOrAbsent, isFields, isListOf, isText, isTextOrAbsent, isTexts } from './field-checks.ts'
import type { WireAttempt } from './wire-attempt.ts'
import type { Wire } from './wire-naming.ts'

const isRequest = (value: unknown): boolean =>
  isFields(value) && isText(value['method']) && isText(value['url']) && isTexts(value['headers']) && isText(value['body'])
const isResponse = (value: unknown): boolean =>
  isFields(value) && isCount(value['status']) && isTexts(value['headers']) && isTextOrAbsent(value['body'])
const isTimes = (value: unknown): boolean =>
  isFields(value) &&
  isAmount(value['queued']) &&
  ['connected', 'first_byte', 'first_token', 'end'].every((name) => isAmountOrNull(value[name]))
const isReceived = (value: unknown): value is unknown => isFields(value) && isAmount(value['at_ms']) && isText(value['data'])

/** Whether a value from elsewhere can be read as an attempt in its wire form. */
export const isWireAttempt = (value: unknown): value is Wire<WireAttempt> =>
  isFields(value) &&
  isCount(value['attempt']) &&
  isCountOrAbsent(value['round']) &&
  isRequest(value['request']) &&
  (value['response'] === undefined || isResponse(value['response'])) &&
  (value['events'] === undefined || isListOf(value['events'], isReceived)) &&
  isTimes(value['times']) &&
  isTextOrAbsent(value['failure'])
