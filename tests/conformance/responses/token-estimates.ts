import { fieldsOf, isFields, listOf, numberOf, textOf, type Fields } from './fields.ts'
import { met, same, type Verdict } from './verdict.ts'

/**
 * The seed's estimates and its running account of a conversation. The service keeps no account, and estimates by another rule (its own
 * preview); usage that is reported wins in both. So they live here, for the cases that speak of them.
 */
const CHARACTERS_PER_TOKEN = 4
const CHARACTERS_PER_MESSAGE = 8

export function estimateMessagesTokens(messages: readonly unknown[]): number {
  const characters = messages.filter(isFields).reduce((sum, { content, tool_calls: calls }) => {
    const asked = Array.isArray(calls) && calls.length > 0 ? JSON.stringify(calls).length : 0
    return sum + CHARACTERS_PER_MESSAGE + (textOf(content) ?? '').length + asked
  }, 0)
  return Math.ceil(characters / CHARACTERS_PER_TOKEN)
}

/** What a conversation has used after a turn: as the provider reports it, else as estimated; nothing where nothing came. */
export function accountedTokens(previous: number, prompt: readonly unknown[], answer: readonly Fields[]): number {
  if (answer.length === 0) return previous
  const reported = answer.flatMap(({ usage }) => numberOf(fieldsOf(usage)['total_tokens']) ?? []).at(-1)
  return previous + (reported ?? estimateMessagesTokens(prompt) + estimateMessagesTokens(answer))
}

export function judgeAccounting(input: unknown, expected: unknown): Verdict {
  const { previousAccum, promptMessages, stream } = fieldsOf(input)
  const answer = listOf(stream).filter(isFields)
  const accum = accountedTokens(numberOf(previousAccum) ?? 0, listOf(promptMessages), answer)
  const got = { accum, usageMessages: answer.filter((message) => isFields(message['usage'])).length, notThrown: true }
  return met(
    got,
    ...Object.entries(fieldsOf(expected)).map(([name, wanted]) =>
      same(name, Object.entries(got).find(([key]) => key === name)?.[1], wanted),
    ),
  )
}

export function judgeRemoteTokens(input: unknown, expected: unknown): Verdict {
  const { accum, promptTokens, maxTokens } = fieldsOf(input)
  const most = numberOf(maxTokens) ?? 128_000
  const remote = numberOf(accum) ?? 0
  const prompt = numberOf(promptTokens) ?? 0
  const total = remote + prompt
  const got: Fields = {
    totalTokens: total,
    remoteTokens: remote,
    promptTokens: prompt,
    maxTokens: most,
    tokensRemaining: Math.max(0, most - total),
    contextUsedPercent: Math.min(100, (total / most) * 100),
  }
  return met(got, ...Object.entries(fieldsOf(expected)).map(([name, wanted]) => same(name, got[name], wanted)))
}
