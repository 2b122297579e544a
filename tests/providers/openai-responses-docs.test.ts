import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { openAiResponses, type ProviderCall } from '@vitrine/providers'
import { eventProblems, eventsOf, partsOf, replayStream } from '@vitrine/testkit'
import { describe, expect, it } from 'vitest'

const PAGE = readFileSync(resolve(import.meta.dirname, '../../packages/providers/docs/openai-responses.md'), 'utf8')

/** The named blocks of the page, in order. */
const blocks = [...PAGE.matchAll(/^```(?:json|sse) (\w+)\n([\s\S]*?)^```$/gm)].map(([, name = '', text = '']) => ({ name, text }))
const textsOf = (wanted: string): readonly string[] => blocks.flatMap(({ name, text }) => (name === wanted ? [text] : []))

function requestOf(prompt: Pick<ProviderCall, 'model' | 'messages' | 'settings'>): unknown {
  const prepared = openAiResponses.prepare({
    ...prompt,
    endpoint: { baseUrl: 'https://api.openai.com/v1', apiKey: 'k' },
    facts: null,
    stream: true,
  })
  if (!prepared.ok) throw new Error(prepared.error.message)
  return JSON.parse(prepared.call.request.body)
}

describe('REQ-007 the page of the Responses API', () => {
  it('shows requests that are made of the prompts above them', () => {
    const requests = textsOf('request')
    expect(requests).toHaveLength(2)
    expect(textsOf('prompt').map((text) => requestOf(JSON.parse(text)))).toEqual(requests.map((text) => JSON.parse(text)))
  })

  it('shows a stream that comes to the parts and the usage below it', async () => {
    const events = await replayStream(openAiResponses, Buffer.from(textsOf('answer').join('')))
    expect(eventProblems(events)).toEqual([])
    expect([partsOf(events)]).toEqual(textsOf('parts').map((text) => JSON.parse(text)))
    expect(eventsOf(events, 'usage')).toEqual(textsOf('usage').map((text) => JSON.parse(text)))
    expect(eventsOf(events, 'raw')).toEqual([])
    expect(eventsOf(events, 'response-end')).toMatchObject([
      { finishReason: 'tool-calls', native: { items: [{ encrypted_content: 'gAAAAB==' }, {}, {}] } },
    ])
  })

  it.each(['input[]', 'function_call', 'function_call_output', 'response.output_text.delta', 'response.completed', 'previous_response_id'])(
    'names %s',
    (term) => {
      expect(PAGE).toContain(term)
    },
  )
})
