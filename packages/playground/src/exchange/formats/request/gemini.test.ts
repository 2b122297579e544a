import { describe, expect, it } from 'vitest'
import { recognise } from '../../import/recognise.ts'
import type { Recognition } from '../../import/recognition.ts'

const read = (body: unknown) => recognise({ name: '', content: JSON.stringify(body) })
const told = ({ problems }: Recognition) => problems.map(({ code, values }) => [code, ...Object.values(values)].join(' '))

function variant(recognition: Recognition) {
  if (!recognition.ok) throw new Error(JSON.stringify(recognition.problems))
  const [first] = recognition.variants
  return { messages: first?.prompt?.messages, settings: first?.settings, told: told(recognition) }
}
const PIXEL = 'iVBORw0KGgo='

const REQUEST = {
  systemInstruction: { parts: [{ text: 'Be brief.' }, { text: 'Be kind.' }] },
  contents: [
    {
      role: 'user',
      parts: [
        { text: 'What is this?' },
        { inlineData: { mimeType: 'image/png', data: PIXEL } },
        { fileData: { mimeType: 'application/pdf', fileUri: 'https://example.org/a.pdf' } },
        { inline_data: { mime_type: 'audio/x-wav', data: 'UklGRg==' } },
        { inlineData: { mimeType: 'application/pdf', data: 'JVBERi0=' } },
      ],
    },
    {
      role: 'model',
      parts: [
        { text: 'Hm.', thought: true, thoughtSignature: 's' },
        { text: 'I look.' },
        { functionCall: { name: 'look', args: { at: 1 } } },
        { functionCall: { name: 'look', args: { at: 2 } } },
      ],
    },
    {
      role: 'user',
      parts: [
        { functionResponse: { name: 'look', response: { seen: 'a' } } },
        { functionResponse: { name: 'look', response: { seen: 'b' } } },
        { executableCode: { language: 'PYTHON', code: 'x' } },
      ],
    },
  ],
  generationConfig: {
    temperature: 0.3,
    topP: 0.8,
    topK: 40,
    max_output_tokens: 99,
    stopSequences: ['END'],
    seed: 3,
    thinkingConfig: { thinkingBudget: 512, includeThoughts: true },
    responseMimeType: 'application/json',
    responseSchema: { type: 'OBJECT', properties: { type: { type: 'STRING' }, list: { type: 'ARRAY', items: { type: 'INTEGER' } } } },
  },
  tools: [{ functionDeclarations: [{ name: 'look', description: 'Looks.', parameters: { type: 'OBJECT' } }] }, { googleSearch: {} }],
  toolConfig: { functionCallingConfig: { mode: 'ANY', allowedFunctionNames: ['look'] } },
  safetySettings: [{ category: 'HARM_CATEGORY_HARASSMENT', threshold: 'BLOCK_NONE' }],
}

describe('a request to Gemini', () => {
  it('becomes prompt and settings, its attachments parts', async () => {
    expect(variant(await read(REQUEST))).toEqual({
      messages: [
        { role: 'system', content: 'Be brief.\nBe kind.' },
        {
          role: 'user',
          content: [
            { type: 'text', text: 'What is this?' },
            { type: 'image_url', imageUrl: { url: `data:image/png;base64,${PIXEL}` } },
            { type: 'file', file: { fileId: 'https://example.org/a.pdf' } },
            { type: 'input_audio', inputAudio: { data: 'UklGRg==', format: 'wav' } },
            { type: 'file', file: { fileData: 'data:application/pdf;base64,JVBERi0=' } },
          ],
        },
        {
          role: 'assistant',
          content: 'I look.',
          toolCalls: [
            { id: 'call_1', type: 'function', function: { name: 'look', arguments: '{"at":1}' } },
            { id: 'call_2', type: 'function', function: { name: 'look', arguments: '{"at":2}' } },
          ],
          thinking: [{ text: 'Hm.', signature: 's' }],
        },
        { role: 'tool', toolCallId: 'call_1', content: '{"seen": "a"}' },
        { role: 'tool', toolCallId: 'call_2', content: '{"seen": "b"}' },
      ],
      settings: {
        temperature: 0.3,
        topP: 0.8,
        maxTokens: 99,
        stop: ['END'],
        seed: 3,
        thinking: { type: 'enabled', budgetTokens: 512 },
        responseFormat: {
          type: 'json_schema',
          jsonSchema: {
            name: 'answer',
            schema: { type: 'object', properties: { type: { type: 'string' }, list: { type: 'array', items: { type: 'integer' } } } },
          },
        },
        tools: [{ type: 'function', function: { name: 'look', description: 'Looks.', parameters: { type: 'object' } } }],
        toolChoice: { type: 'function', function: { name: 'look' } },
      },
      told: [
        'not-carried safetySettings',
        'not-carried generationConfig.topK',
        'not-carried thinkingConfig.includeThoughts',
        'not-carried tools.googleSearch',
        'not-carried parts.executableCode',
      ],
    })
  })

  it('as a cURL command has its model and its kind from the address, and leaves the key', async () => {
    const command = `curl "https://generativelanguage.googleapis.com/v1beta/models/gemini-2.0-flash:streamGenerateContent?alt=sse&key=AIzaSyA0123456789abcdefghijkl" \\
  -H 'x-goog-api-key: AIzaSyA0123456789abcdefghijkl' -H 'Content-Type: application/json' -X POST \\
  -d '{"contents": [{"parts":[{"text": "Explain {{topic}}"}]}]}'`
    const recognition = await recognise({ name: '', content: command })
    expect(variant(recognition)).toEqual({
      messages: [{ role: 'user', content: 'Explain {{topic}}' }],
      settings: { model: 'google/gemini-2.0-flash', stream: true },
      told: ['key-dropped x-goog-api-key', 'key-dropped URL', 'braces-are-variables topic'],
    })
    expect(JSON.stringify(recognition)).not.toContain('AIza')
  })

  it.each<readonly [unknown, unknown]>([
    [{ thinkingBudget: 0 }, { thinking: { type: 'disabled' } }],
    [{ thinkingBudget: -1 }, { thinking: { type: 'adaptive' } }],
    [{ thinking_level: 'HIGH' }, { reasoningEffort: 'high' }],
  ])('says with %j how it thinks', async (thinkingConfig, settings) => {
    const body = { contents: [{ parts: [{ text: 'x' }] }], generation_config: { thinking_config: thinkingConfig } }
    expect(variant(await read(body)).settings).toEqual(settings)
  })

  it('without a turn is refused', async () => {
    expect(await read({ contents: [{ role: 'user', parts: [] }], model: 'models/gemini-x' })).toMatchObject({
      ok: false,
      format: 'request',
      problems: [{ code: 'wrong-shape' }],
    })
  })

  it('keeps a large attachment whatever its letters spell', async () => {
    const data = `${'A'.repeat(5000)}+AIza${'B'.repeat(40)}`
    const { messages } = variant(await read({ contents: [{ parts: [{ inlineData: { mimeType: 'image/png', data } }] }] }))
    expect(messages).toEqual([{ role: 'user', content: [{ type: 'image_url', imageUrl: { url: `data:image/png;base64,${data}` } }] }])
  })
})
