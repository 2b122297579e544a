import { isAmount, isCount, isFields, isListOf, isText } from './field-checks.ts'
import type { PartLogprobs, TokenLogprob } from './kernel/token-logprob.ts'

const isLogprob = (value: unknown): value is TokenLogprob => isFields(value) && isText(value['token']) && isAmount(value['logprob'])

export const isTokenLogprob = (value: unknown): value is TokenLogprob =>
  isLogprob(value) && (value.top === undefined || isListOf(value.top, isLogprob))

export const isPartLogprobs = (value: unknown): value is PartLogprobs =>
  isFields(value) && isCount(value['index']) && isListOf(value['tokens'], isTokenLogprob)
