import type { ModelApi } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import type { SnippetLanguage } from '@vitrine/playground/code'
import { generatedBodies, generatedFunctions } from './generated-cases.ts'
import { type SnippetCase, wrongSnippets } from './hold-snippets.ts'
import { HARD_TEXTS, REQUEST_CASES, type RequestCase, WRITTEN_NUMBERS } from './request-cases.data.ts'
import { type ProgramSyntax, whyNotRunnable } from './run-programs.ts'

interface Kind {
  readonly syntax: ProgramSyntax
  readonly languages: readonly (readonly [SnippetLanguage, readonly ModelApi[]])[]
}

const ALL = ['chat', 'responses', 'messages'] as const
const KINDS: readonly Kind[] = [
  { syntax: 'shell', languages: [['curl', ALL]] },
  {
    syntax: 'typescript',
    languages: [
      ['typescript-fetch', ALL],
      ['typescript-openai', ['chat', 'responses']],
      ['typescript-anthropic', ['messages']],
    ],
  },
  {
    syntax: 'python',
    languages: [
      ['python-openai', ['chat', 'responses']],
      ['python-anthropic', ['messages']],
    ],
  },
]

/** Where a language cannot be run there is nothing to hold it against; `whyNotRunnable` lets that pass only on people's machines. */
async function wrong(syntax: ProgramSyntax, cases: readonly SnippetCase[]): Promise<readonly unknown[]> {
  expect(cases.length).toBeGreaterThan(0)
  const reason = await whyNotRunnable(syntax)
  if (reason === undefined) return wrongSnippets(syntax, cases)
  console.log(`Passed over: snippets in ${syntax} cannot run here. ${reason.slice(0, 300)}`)
  return []
}

describe.each(KINDS)('a snippet in $syntax', ({ syntax, languages }) => {
  const forEach = (make: (api: ModelApi) => readonly Omit<SnippetCase, 'language' | 'api'>[]): readonly SnippetCase[] =>
    languages.flatMap(([language, apis]) => apis.flatMap((api) => make(api).map((one) => Object.assign({ language, api }, one))))
  const forEachRequest = (make: (one: RequestCase) => readonly Omit<SnippetCase, 'language' | 'api'>[]): readonly SnippetCase[] =>
    forEach((api) => REQUEST_CASES.filter((one) => one.api === api).flatMap(make))

  it('makes the body that was shown', async () => {
    const cases = forEachRequest(({ name, body }) => [{ name, body: JSON.stringify(body) }])
    expect(await wrong(syntax, cases)).toEqual([])
  })

  it('makes numbers as they were written', async () => {
    const cases = forEachRequest(({ name, body }) =>
      name.startsWith('the smallest') || name === 'a response'
        ? [{ name, body: `${JSON.stringify(body).slice(0, -1)}, "x_numbers": ${WRITTEN_NUMBERS}}` }]
        : [],
    )
    expect(await wrong(syntax, cases)).toEqual([])
  })

  it('asks for a stream or not, whatever was shown', async () => {
    const cases = forEachRequest(({ name, api, body }) => {
      if (/long|hard/.test(name)) return []
      const options = api === 'chat' ? { stream_options: { include_usage: false } } : {}
      return [
        { name, stream: true, body: JSON.stringify(body) },
        { name, stream: true, body: JSON.stringify({ ...body, stream: true, ...options }) },
        { name, stream: false, body: JSON.stringify({ ...body, stream: true }) },
      ]
    })
    expect(await wrong(syntax, cases)).toEqual([])
  })

  it('makes every body that is generated', async () => {
    const cases = forEach((api) => generatedBodies(api, 60).map((body, at) => ({ name: `generated ${at}`, body })))
    expect(await wrong(syntax, cases)).toEqual([])
  })

  it('is a function of its variables, whatever they are called and hold', async () => {
    const cases = forEach((api) => generatedFunctions(api, 30).map((one, at) => Object.assign({ name: `generated ${at}` }, one)))
    expect(await wrong(syntax, cases)).toEqual([])
  })

  it('sends the headers that somebody chose, and only the key of the surroundings', async () => {
    const carried = { 'x-title': `it's "ours" $HOME`, 'anthropic-beta': 'a-2025' }
    const headers = { ...carried, 'x-stainless-os': 'Other', 'x-api-key': 'never', cookie: 'never', 'x-secret': '***' }
    const cases = forEachRequest(({ name, body }) =>
      name.startsWith('the') ? [{ name, body: JSON.stringify(body), headers, carried }] : [],
    )
    expect(await wrong(syntax, cases)).toEqual([])
  })
})

describe.each([
  { syntax: 'shell', language: 'service-curl' },
  { syntax: 'typescript', language: 'service-fetch' },
] as const)('a snippet for our own service in $syntax', ({ syntax, language }) => {
  it('makes the request that the page makes, filled or as a function, streaming or not', async () => {
    const body = JSON.stringify({
      ag_config: {
        prompt: {
          messages: [{ role: 'user', content: '{{text}} ${x}' }],
          template_format: 'curly',
          llm_config: { model: 'demo/writer', stream: true },
        },
      },
      inputs: { text: 'slot0x', other: HARD_TEXTS },
    })
    const functions = HARD_TEXTS.filter((value) => !value.includes('\0') && value.isWellFormed()).map((value) => ({
      name: `function of ${value}`,
      parameters: [{ name: 'text', marker: 'slot0x', value }],
    }))
    const cases = [{ name: 'filled' }, ...functions].flatMap((one): readonly SnippetCase[] => [
      { ...one, language, api: 'service', body },
      { ...one, language, api: 'service', body, stream: true },
    ])
    expect(await wrong(syntax, cases)).toEqual([])
  })
})
