import { describe, expect, it } from 'vitest'
import { runResponsesCases } from './kinds/responses.ts'

interface Case {
  readonly id: string
  readonly fn: string
  readonly in: unknown
  readonly expect: unknown
}

const passing = async (...cases: readonly Case[]): Promise<readonly string[]> =>
  (await runResponsesCases(JSON.stringify({ cases }))).filter(({ passed }) => passed).map(({ id }) => id)

const delta = (text: string): string => `data: ${JSON.stringify({ type: 'response.output_text.delta', delta: text })}\n\n`
const broken = delta('a') + 'data: {bad\n\n' + delta('b')
const usage = { input_tokens: 1, output_tokens: 2, total_tokens: 3 }
const completed = `data: ${JSON.stringify({ type: 'response.completed', response: { id: 'r', status: 'completed', usage } })}\n\n`

describe('the Responses cases', () => {
  it.each<Omit<Case, 'id'> & { readonly wrong: unknown }>([
    { fn: 'shouldUseResponses', in: { model: 'gpt-4o' }, expect: true, wrong: false },
    { fn: 'validateTools', in: { tools: { $tools: { count: 13 } } }, expect: { ok: true, warnings: 1 }, wrong: { ok: true, warnings: 0 } },
    { fn: 'validateTools', in: { tools: { $tools: { chars: 9000, char: '🙂' } } }, expect: { ok: false }, wrong: { ok: true } },
    { fn: 'formatArrayResponse', in: [4, 1], expect: '4.1', wrong: '4 1' },
    {
      fn: 'parseErrorResponse',
      in: [409, '{"error":{"message":"twice"}}', 'x'],
      expect: { message: 'Conflict: twice' },
      wrong: { code: 'x' },
    },
    { fn: 'parseResponsesNonStreaming', in: {}, expect: { throws: '/invalid/i' }, wrong: [] },
    {
      fn: 'parseResponsesStream',
      in: { sse: [broken, completed], sseBytesSplitEvery: 1 },
      expect: [
        { role: 'assistant', content: 'a' },
        { role: 'assistant', content: 'b' },
        { role: 'assistant', content: '', id: 'r', usage: { prompt_tokens: 1, completion_tokens: 2, total_tokens: 3 } },
      ],
      wrong: { noUsage: true },
    },
    { fn: 'parseResponsesStream', in: { sse: [broken] }, expect: { text: 'ab', interrupted: true }, wrong: { text: 'a' } },
    {
      fn: 'buildResponsesRequest',
      in: { model: 'm', messages: [{ role: 'user', content: 'x' }], n: 2, stop: ['y'], seed: 7 },
      expect: { equals: { model: 'm', input: [{ role: 'user', content: 'x' }] } },
      wrong: { has: { seed: 7 } },
    },
    {
      fn: 'buildResponsesRequest',
      in: {
        model: 'm',
        conversationId: 'c',
        parentId: 'r1',
        messages: [
          { role: 'user', content: 'q1' },
          { role: 'assistant', content: 'a1', id: 'r1' },
          { role: 'user', content: 'q2' },
        ],
      },
      expect: { inputEquals: [{ role: 'user', content: 'q2' }], has: { previous_response_id: 'r1', store: true } },
      wrong: { inputCount: 3 },
    },
    {
      fn: 'ConversationCache',
      in: {
        maxSize: 1,
        ops: [
          ['set', 'a', 'b', []],
          ['set', 'a', 'c', []],
        ],
      },
      expect: { size: 1 },
      wrong: { has: { 'a:b': true } },
    },
    { fn: 'estimateMessagesTokens', in: [{ role: 'user', content: 'four' }], expect: 3, wrong: 4 },
    {
      fn: 'callResponses',
      in: { messages: [{ role: 'user', content: 'x' }], script: [{ status: 400, json: { error: { message: 'no such thing' } } }] },
      expect: { calls: 1, throws: '/no such thing/' },
      wrong: { text: '' },
    },
  ])('$fn passes where it is met, and only there', async ({ wrong, ...one }) => {
    expect(await passing({ ...one, id: 'right' }, { ...one, id: 'wrong', expect: wrong })).toEqual(['right'])
  })

  it('fail where a function or a wish is of no known kind', async () => {
    const known = { fn: 'parseResponsesStream', in: { sse: [delta('a')] } }
    expect(await passing({ ...known, id: 'wish', expect: { sparkles: true } }, { id: 'fn', fn: 'levitate', in: {}, expect: {} })).toEqual(
      [],
    )
  })
})
