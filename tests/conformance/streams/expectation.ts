import type { Recording } from './recording.ts'
import type { Summary } from './summary.ts'
import { countsOf } from './usage-rule.ts'

/** What a recording has to come to, by its index and by our rules: an end that nobody declared is an interruption, and no usage is made up. */
export function expectationOf({ api, provider, expect }: Recording): Summary {
  const isInterrupted = expect.error === null && expect.finish === null && !(api === 'chat' && expect.done)
  const isAnswered = expect.error === null && !isInterrupted
  const counts = expect.usage === null ? null : countsOf(api, expect.usage)
  return {
    problems: [],
    stream: { events: expect.events, done: expect.done, comments: expect.comments },
    ...(provider === 'openrouter' ? { heartbeats: expect.comments } : { heartbeats: 0 }),
    text: { start: expect.text, chars: expect.textChars, sha: expect.textSha },
    reasoning: { start: expect.reasoning, chars: expect.reasoningChars, sha: expect.reasoningSha },
    ...(expect.refusal === null ? {} : { refusal: expect.refusal }),
    tools: expect.tools,
    ended: isAnswered,
    ...(isAnswered ? { finish: expect.finish } : {}),
    ...(isInterrupted ? {} : { error: expect.error === null ? null : expect.error.message }),
    interrupted: isInterrupted,
    ...(isInterrupted ? {} : usageExpectation(counts)),
  }
}

function usageExpectation(counts: ReturnType<typeof countsOf> | null): Summary {
  if (counts === null) return { usage: null, cost: null }
  const { input, output, total, cached, reasoned, costUsd } = counts
  return {
    usage: { input, output, total },
    ...(cached === null ? {} : { cached }),
    ...(reasoned === null ? {} : { reasoned }),
    cost: costUsd,
  }
}
