import { createHash } from 'node:crypto'
import type { ProviderEvent } from '@vitrine/contracts'
import { errorOf, eventProblems, eventsOf, partsOf, textOf } from '@vitrine/testkit'
import type { Played } from './play-recording.ts'
import type { Recording } from './recording.ts'

/** What a recording comes to, field by field; the expectation of one has the same names, for the fields that it says something about. */
export type Summary = Readonly<Record<string, unknown>>

const PREFIX = 60

/** A long text as an index tells of it. */
export const digestOf = (text: string): Summary => {
  const characters = Array.from(text)
  return {
    start: characters.slice(0, PREFIX).join(''),
    chars: characters.length,
    sha: createHash('sha256').update(text).digest('hex').slice(0, 16),
  }
}

export function summaryOf({ events, messages, done, comments }: Played, recording: Recording): Summary {
  const { text, thinking } = textsOf(events, recording)
  const error = errorOf(events)
  const [usage] = eventsOf(events, 'usage')
  const [cost] = eventsOf(events, 'cost')
  const [end] = eventsOf(events, 'response-end')
  return {
    problems: eventProblems(events),
    stream: { events: messages, done, comments },
    heartbeats: eventsOf(events, 'heartbeat').length,
    text: digestOf(text),
    reasoning: digestOf(thinking),
    refusal: textOf(events, 'refusal'),
    tools: partsOf(events).flatMap((part) =>
      part.kind === 'tool-call' ? [{ id: part.id, name: part.name, arguments: part.arguments }] : [],
    ),
    finish: end === undefined ? null : end.nativeFinishReason,
    ended: end !== undefined,
    error: error === null ? null : errorWords(error),
    interrupted: error?.meta?.['interrupted'] === true,
    usage: usage === undefined ? null : { input: usage.inputTokens, output: usage.outputTokens, total: usage.totalTokens },
    cached: usage?.cachedTokens ?? null,
    reasoned: usage?.reasoningTokens ?? null,
    cost: cost?.totalUsd ?? null,
  }
}

function errorWords({ message, meta }: NonNullable<ReturnType<typeof errorOf>>): string {
  const words = meta?.['provider_message']
  return typeof words === 'string' ? words : message
}

/** An index tells a text that holds its thinking between tags as it came; ours is told apart. */
function textsOf(events: readonly ProviderEvent[], { expect }: Recording): { readonly text: string; readonly thinking: string } {
  const text = textOf(events)
  const thinking = textOf(events, 'thinking')
  const isTagged = expect.reasoningChars === 0 && expect.text.startsWith('<think>')
  return isTagged ? { text: `<think>${thinking}</think>${text}`, thinking: '' } : { text, thinking }
}
