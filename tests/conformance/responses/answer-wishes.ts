import type { ErrorDetail, ProviderEvent } from '@vitrine/contracts'
import { errorOf, eventsOf, textOf } from '@vitrine/testkit'
import { fieldsOf, isFields, listOf, patternOf, type Fields } from './fields.ts'
import { isSame, met, same, unknownWish, type Verdict } from './verdict.ts'

/** An answer of ours, and the same in the seed's words. */
export interface Answer {
  readonly events: readonly ProviderEvent[]
  readonly messages: readonly Fields[]
}

/**
 * An error that the seed throws. It passes over an end that is missing and an event that is no JSON; ours tells of both at the end, and
 * keeps what came.
 */
function thrownBy(events: readonly ProviderEvent[]): ErrorDetail | null {
  const error = errorOf(events)
  return error === null || error.meta?.['interrupted'] === true || error.meta?.['provider_code'] === 'garbled' ? null : error
}

/** Holds an answer to what a case wants: the exact messages, or named assertions. */
export function judgeAnswer(answer: Answer, expected: unknown): Verdict {
  const thrown = thrownBy(answer.events)
  const got = { messages: answer.messages, error: errorOf(answer.events) }
  if (Array.isArray(expected)) return met(got, same('messages', answer.messages, expected), thrown === null ? null : 'thrown')
  const wishes = fieldsOf(expected)
  const problems = Object.entries(wishes).map(([name, wanted]) => answerProblem(name, wanted, answer))
  return met(got, ...problems, thrown !== null && !('throws' in wishes) ? 'thrown' : null)
}

function answerProblem(name: string, wanted: unknown, { events, messages }: Answer): string | null {
  const text = messages.map(({ content }) => String(content)).join('')
  const error = errorOf(events)
  const usage = messages.find((message) => 'usage' in message)?.['usage']
  const sealed = sealedReasoning(events)
  switch (name) {
    case 'throws':
      return error !== null && patternOf(wanted).test(error.message) ? null : name
    case 'code':
      return same(name, error?.meta?.['provider_code'], wanted)
    case 'type':
      return same(name, error?.meta?.['provider_type'] ?? error?.meta?.['provider_code'], wanted)
    case 'notThrown':
      return (thrownBy(events) === null) === wanted ? null : name
    case 'interrupted':
      return (error?.meta?.['interrupted'] === true) === wanted ? null : name
    case 'messages':
      return same(name, messages, wanted)
    case 'contains':
      return messages.some((message) => Object.entries(fieldsOf(wanted)).every(([field, value]) => isSame(message[field], value)))
        ? null
        : name
    case 'text':
    case 'textEquals':
      return same(name, text, wanted)
    case 'textLength':
      return same(name, text.length, wanted)
    case 'refusal':
      return same(name, textOf(events, 'refusal'), wanted)
    case 'finishReason':
      return same(name, eventsOf(events, 'response-end')[0]?.finishReason, wanted)
    case 'usage':
      return same(name, usage, wanted)
    case 'noUsage':
      return (usage === undefined) === wanted ? null : name
    case 'reasoning':
      return same(name, textOf(events, 'thinking'), wanted)
    case 'reasoningEmittedOnce':
      return (eventsOf(events, 'part-end').filter(({ part }) => part.kind === 'thinking').length === 1) === wanted ? null : name
    case 'encrypted':
      return same(name, sealed?.['encrypted_content'], wanted)
    case 'reasoningItemId':
      return same(name, sealed?.['id'], wanted)
    default:
      return unknownWish(name)
  }
}

function sealedReasoning(events: readonly ProviderEvent[]): Fields | null {
  const [end] = eventsOf(events, 'response-end')
  return listOf(end?.native?.items).find((item): item is Fields => isFields(item) && item['type'] === 'reasoning') ?? null
}
