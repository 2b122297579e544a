import { Validator } from '@cfworker/json-schema'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createOpenApi } from '../openapi/create-open-api.ts'
import { readChatRequest } from './read-request.ts'

const document = createOpenApi({ mode: 'chat' })
const validator = new Validator({ ...document, $ref: '#/components/schemas/ChatTestRequest' }, '2020-12')

const text = JSON.stringify({
  ag_config: {
    prompt: {
      messages: [
        { role: 'system', content: 'Be brief.', name: 'house' },
        {
          role: 'user',
          content: [
            { type: 'text', text: '{{a}}' },
            { type: 'image_url', image_url: { url: 'https://x', detail: 'low' } },
            { type: 'input_audio', input_audio: { data: 'AA', format: 'wav' } },
            { type: 'file', file: { file_id: 'f', filename: 'a', format: 'pdf' } },
          ],
        },
      ],
      template_format: 'curly',
      input_keys: ['a'],
      llm_config: {
        model: 'm',
        temperature: 1,
        top_p: 1,
        max_tokens: 5,
        frequency_penalty: 0,
        stop: ['a'],
        seed: 1,
        logprobs: true,
        top_logprobs: 2,
        reasoning_effort: 'low',
        thinking: { type: 'enabled', budget_tokens: 10 },
        response_format: { type: 'json_schema', json_schema: { name: 'n', schema: { type: 'object' }, strict: true } },
        tools: [
          { type: 'function', function: { name: 'f', parameters: { type: 'object' } } },
          { type: 'web_search', size: 1 },
        ],
        tool_choice: { type: 'function', function: { name: 'f' } },
        stream: true,
        api: 'chat',
        extra_body: { a: 1 },
      },
    },
  },
  inputs: { a: 'x' },
  messages: [
    { role: 'assistant', content: null, tool_calls: [{ id: 'c', type: 'function', function: { name: 'f', arguments: '{' } }] },
    { role: 'tool', tool_call_id: 'c', content: '5' },
  ],
  references: { app: { id: 'x' } },
})
/** Every value of the request once, in the order of reading, and what may stand there instead. */
const places = [...text.matchAll(/[{,[]/g)].length + 40
const lie = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, '', 'auto', 0, 1, 2, -1, 0.5, true, [], {}, ['a'], { type: 'function' }, { type: 'text' }),
  fc.jsonValue(),
)
function damaged(at: number, value: unknown): unknown {
  let seen = 0
  return JSON.parse(text, (_key, held: unknown) => (seen++ === at ? value : held))
}

describe('the reader of requests', () => {
  it('takes the request it starts from', () => {
    expect(readChatRequest(JSON.parse(text)).ok).toBe(true)
    expect(validator.validate(JSON.parse(text)).valid).toBe(true)
  })

  it('takes nothing that its document does not allow', () => {
    fc.assert(
      fc.property(fc.nat(places), lie, (at, value) => {
        const given = damaged(at, value)
        const read = readChatRequest(given)
        // A JSON document has no undefined: what was left out is not there.
        const sent: unknown = given === undefined ? null : JSON.parse(JSON.stringify(given))
        expect([at, value, !read.ok || validator.validate(sent).valid]).toEqual([at, value, true])
      }),
      { numRuns: 300 },
    )
  })

  it('never throws, and leaves no null in what it read', () => {
    fc.assert(
      fc.property(fc.nat(places), lie, (at, value) => {
        const read = readChatRequest(damaged(at, value))
        const {
          inputs: _inputs,
          references: _references,
          links: _links,
          settings,
          ...rest
        } = read.ok ? read.request : { settings: { model: '' } }
        const { tools: _tools, extraBody: _extraBody, responseFormat: _format, ...plain } = settings
        expect(JSON.stringify([rest, plain])).not.toMatch(/:null/)
      }),
      { numRuns: 300 },
    )
  })

  it('places every issue inside the request', () => {
    fc.assert(
      fc.property(fc.nat(places), lie, (at, value) => {
        const read = readChatRequest(damaged(at, value))
        const issues = read.ok ? [] : read.issues.filter(({ message }) => !message.startsWith('unknown field'))
        for (const issue of issues) {
          expect(issue.path).toMatch(/^$|^(ag_config|inputs|messages|references|links|application_id)/)
          expect(issue.message).not.toMatch(/Invalid|expected/)
        }
      }),
      { numRuns: 300 },
    )
  })
})
