import type { Message, ModelSettings } from '@vitrine/contracts'
import { DIALECTS, type DialectName } from '@vitrine/providers'
import { type PromptTemplate, renderPrompt, type TemplateInputs } from '@vitrine/templating'
import { aCall } from '@vitrine/testkit'
import { describe, expect, it } from 'vitest'
import { parametersOf } from '@vitrine/playground/code'
import type { SnippetLanguage } from '@vitrine/playground/code'
import { expectedBody, normalised, type SnippetCase, wrongSnippets } from './hold-snippets.ts'
import { HARD_TEXTS } from './request-cases.data.ts'
import type { ProgramSyntax } from './run-programs.ts'

const prompt: PromptTemplate = {
  format: 'curly',
  messages: [
    { role: 'system', content: 'Answer in {{language}}.' },
    { role: 'user', content: [{ type: 'text', text: 'Of {{ user.name }}:\n{{text}} and "{{text}}"' }] },
    { role: 'assistant', content: 'Yes, {{user.name}}?' },
    { role: 'user', content: '{{text}}' },
  ],
  responseFormat: {
    type: 'json_schema',
    jsonSchema: { name: 'answer', schema: { type: 'object', properties: { text: { type: 'string', description: 'In {{language}}' } } } },
  },
}
const settings: ModelSettings = {
  model: 'fake-model',
  temperature: 0.5,
  maxTokens: 100,
  stop: ['\n\n'],
  tools: [{ type: 'function', function: { name: 'look_up', parameters: { type: 'object', properties: {} } } }],
}

/** What the service would send for a row, and shows in its preview. */
function bodyOf(dialect: DialectName, inputs: TemplateInputs): string {
  const rendered = renderPrompt(prompt, inputs)
  const messages: readonly Message[] = rendered.ok ? rendered.messages : []
  const responseFormat = rendered.ok ? rendered.responseFormat : undefined
  const asked = responseFormat === undefined ? settings : { ...settings, responseFormat }
  const prepared = DIALECTS[dialect].prepare(aCall({}, { model: 'fake-model', messages, settings: asked, stream: false }))
  return prepared.ok ? prepared.call.request.body : expect.fail(prepared.error.message)
}

const LANGUAGES: Readonly<Record<DialectName, { readonly api: SnippetCase['api']; readonly client: SnippetLanguage }>> = {
  'openai-chat': { api: 'chat', client: 'typescript-openai' },
  openrouter: { api: 'chat', client: 'typescript-openai' },
  'openai-responses': { api: 'responses', client: 'typescript-openai' },
  anthropic: { api: 'messages', client: 'typescript-anthropic' },
}

const rows: readonly TemplateInputs[] = HARD_TEXTS.filter((text) => text.trim() !== '' && !text.includes('\0') && text.isWellFormed()).map(
  (text) => ({
    text,
    language: 'Spanish',
    user: { name: `O'Brien "${text.slice(0, 5)}"` },
  }),
)

describe.each(Object.keys(LANGUAGES) as readonly DialectName[])('a preview by way of %s', (dialect) => {
  const { api, client } = LANGUAGES[dialect]
  const cases = rows.map((inputs) => {
    const { parameters, inputs: marked, fixed } = parametersOf(prompt, inputs)
    return { name: JSON.stringify(inputs), api, body: bodyOf(dialect, marked), parameters, fixed, direct: bodyOf(dialect, inputs) }
  })

  it('becomes a function whose body is that of every row', () => {
    for (const { direct, fixed, parameters, ...one } of cases) {
      expect(fixed).toEqual([])
      expect(parameters.map(({ name }) => name)).toEqual(['language', 'user.name', 'text'])
      expect(normalised(expectedBody({ ...one, parameters, language: client }))).toBe(normalised(JSON.parse(direct)))
    }
  })

  it.each([
    ['shell', 'curl'],
    ['typescript', client],
  ] as const satisfies readonly (readonly [ProgramSyntax, SnippetLanguage])[])(
    'is made again in %s, filled and as a function',
    async (syntax, language) => {
      const snippets = cases.flatMap(({ name, parameters, body, direct }): readonly SnippetCase[] => [
        { name, language, api, body, parameters },
        { name, language, api, body: direct },
      ])
      expect(await wrongSnippets(syntax, snippets)).toEqual([])
    },
  )
})
