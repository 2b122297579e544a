import { isFields, isListOf, isOneOf, isText, isTextOrNull } from './field-checks.ts'
import { isPartLogprobs } from './is-token-logprob.ts'
import { isSpanNode } from './is-span-node.ts'
import { isWireAttempt } from './is-wire-attempt.ts'
import { FINISH_REASONS } from './kernel/usage.ts'
import type { TestResponse } from './test-response.ts'

const isContentType = isOneOf(['text/plain', 'application/json'])
const isFinishReason = isOneOf(FINISH_REASONS)

const isDropped = (value: unknown): value is unknown => isFields(value) && isText(value['name']) && isText(value['reason'])
const isSettings = (value: unknown): boolean =>
  isFields(value) &&
  isFields(value['sent']) &&
  isListOf(value['dropped'], isDropped) &&
  isListOf(value['changed'], isDropped) &&
  (value['doubted'] === undefined || isListOf(value['doubted'], isDropped))
const isMessage = (value: unknown): boolean => isFields(value) && value['role'] === 'assistant' && isTextOrNull(value['content'])
const isTree = (value: unknown): boolean => isFields(value) && isText(value['version']) && isListOf(value['nodes'], isSpanNode)

/** Whether a value from elsewhere can be read as the answer to a run. By hand, so that a page needs no schema library for it. */
export const isTestResponse = (value: unknown): value is TestResponse =>
  isFields(value) &&
  value['version'] === '3.0' &&
  (isText(value['data']) || (typeof value['data'] === 'object' && value['data'] !== null)) &&
  isMessage(value['message']) &&
  isContentType(value['content_type']) &&
  isFinishReason(value['finish_reason']) &&
  isSettings(value['settings']) &&
  isTree(value['tree']) &&
  isText(value['trace_id']) &&
  isText(value['span_id']) &&
  (value['logprobs'] === undefined || isListOf(value['logprobs'], isPartLogprobs)) &&
  (value['wire'] === undefined || isListOf(value['wire'], isWireAttempt))
