import { expect, it } from 'vitest'
import { toFinishReason, type FinishFacts } from './finish-reason.ts'

it.each<[Partial<FinishFacts>, string]>([
  [{}, 'stop'],
  [{ hasCalls: true }, 'tool-calls'],
  [{ hasRefusal: true, hasCalls: true }, 'refusal'],
  [{ status: 'incomplete', incompleteReason: 'max_output_tokens', hasCalls: true }, 'length'],
  [{ status: 'incomplete', incompleteReason: 'content_filter' }, 'content-filter'],
  [{ status: 'incomplete' }, 'unknown'],
  [{ status: 'queued' }, 'pause'],
  [{ status: 'in_progress' }, 'pause'],
  [{ status: 'cancelled' }, 'unknown'],
  [{ status: null }, 'unknown'],
])('%o is %s', (facts, reason) => {
  expect(toFinishReason({ status: 'completed', incompleteReason: null, hasRefusal: false, hasCalls: false, ...facts })).toBe(reason)
})
