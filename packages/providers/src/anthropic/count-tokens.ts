import type { Preparation, ProviderCall } from '../provider.ts'
import { asObject } from '../dialect/json.ts'
import { tokenCount } from '../dialect/token-count.ts'
import { messagesUrl } from './messages-url.ts'
import { toPrepared, writeMessages } from './request.ts'

const COUNTED = ['model', 'system', 'messages', 'thinking', 'tools', 'tool_choice', 'output_config'] as const

/**
 * A call as the question how many tokens it would send. The answer is exact, costs nothing, and is read by `readTokenCount`.
 *
 * *Errors*: what `prepare` refuses is refused here with the same reasons.
 * @see https://platform.claude.com/docs/en/api/messages/count_tokens
 */
export function prepareCountTokens(call: ProviderCall): Preparation {
  const written = writeMessages({ ...call, stream: false })
  if (!written.ok) return written
  const { body, rules, report } = written
  const counted = Object.fromEntries(COUNTED.flatMap((name) => (body[name] === undefined ? [] : [[name, body[name]]])))
  return {
    ok: true,
    call: toPrepared(call, { body: counted, rules, report, url: `${messagesUrl(call.endpoint.baseUrl)}/count_tokens` }),
  }
}

/** *Units*: tokens. Null where the answer holds no count. */
export const readTokenCount = (body: unknown): number | null => tokenCount(asObject(body)?.['input_tokens'])
