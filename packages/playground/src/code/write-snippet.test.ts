import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SNIPPET_LANGUAGES, type SnippetNote, type SnippetSource } from './snippet.ts'
import { languagesFor, writeSnippet } from './write-snippet.ts'

const chat = (
  changes: Partial<SnippetSource['request']> & { readonly fields?: object } = {},
  rest: Partial<SnippetSource> = {},
): SnippetSource => ({
  to: 'provider',
  request: {
    url: 'https://api.openai.com/v1/chat/completions',
    headers: { authorization: '***', 'content-type': 'application/json' },
    body: JSON.stringify({
      model: 'gpt-x',
      messages: [{ role: 'user', content: "Translate 'slot0x' to slot1x." }],
      temperature: 0.7,
      ...changes.fields,
    }),
    ...changes,
  },
  keyVariable: 'OPENAI_API_KEY',
  ...rest,
})
const parameters = [
  { name: 'text', marker: 'slot0x', value: 'Hello "world"' },
  { name: 'user.language', marker: 'slot1x', value: 'Spanish' },
]
const messages: SnippetSource = {
  ...chat({ url: 'https://api.anthropic.com/v1/messages', body: '{"model":"claude-x","max_tokens":64000,"messages":[],"top_k":5}' }),
  keyVariable: 'ANTHROPIC_API_KEY',
}
const codeOf = (...args: Parameters<typeof writeSnippet>): string => {
  const snippet = writeSnippet(...args)
  return snippet.ok ? snippet.code : JSON.stringify(snippet.refusal)
}
const notesOf = (...args: Parameters<typeof writeSnippet>): readonly SnippetNote[] => {
  const snippet = writeSnippet(...args)
  return snippet.ok ? snippet.notes : []
}
const once = { stream: false }

describe('a snippet', () => {
  it('says that the results of a tool loop stay behind, unless it asks our own service, which has them', () => {
    expect(notesOf('curl', chat({}, { hasToolLoop: true }), once)).toContainEqual({ code: 'tool-loop' })
    expect(notesOf('python-openai', chat({}, { hasToolLoop: true }), once)).toContainEqual({ code: 'tool-loop' })
    expect(notesOf('curl', chat(), once)).not.toContainEqual({ code: 'tool-loop' })
    expect(notesOf('service-curl', chat({}, { to: 'service', hasToolLoop: true }), once)).not.toContainEqual({ code: 'tool-loop' })
  })

  it('in curl is one command, its body a document of its own', () => {
    expect(codeOf('curl', chat(), once)).toBe(`curl -sS https://api.openai.com/v1/chat/completions \\
  -H "Authorization: Bearer $OPENAI_API_KEY" \\
  -H 'Content-Type: application/json' \\
  --data-binary @- <<'JSON'
{
  "model": "gpt-x",
  "messages": [{ "role": "user", "content": "Translate 'slot0x' to slot1x." }],
  "temperature": 0.7
}
JSON
`)
  })

  it('in curl puts its arguments into JSON by itself', () => {
    const code = codeOf('curl', chat({}, { parameters }), { stream: true })
    expect(code).toMatch(/^#!\/usr\/bin\/env bash\nset -euo pipefail\n/)
    expect(code).toContain('  user_language=$(json "${2}")\n')
    expect(code).toContain(`"content": "Translate '\${text}' to \${user_language}."`)
    expect(code).toContain('curl -sSN ')
    expect(code.endsWith(`\ncomplete 'Hello "world"' Spanish\n`)).toBe(true)
  })

  it('in Python uses the official client', () => {
    expect(codeOf('python-openai', chat({ fields: { top_k: 5, seed: null, logprobs: true } }), once)).toBe(`import os

from openai import OpenAI

client = OpenAI(
    api_key=os.environ["OPENAI_API_KEY"],
)

response = client.chat.completions.create(
    model="gpt-x",
    messages=[{"role": "user", "content": "Translate 'slot0x' to slot1x."}],
    temperature=0.7,
    seed=None,
    logprobs=True,
    extra_body={"top_k": 5},
)
print(response.choices[0].message)
`)
  })

  it('in Python is a function of its variables', () => {
    const code = codeOf('python-openai', chat({}, { parameters }), { stream: true })
    expect(code).toContain(
      'def complete(*, text: str, user_language: str):\n    return client.chat.completions.create(\n        model="gpt-x",',
    )
    expect(code).toContain(`"content": f"Translate '{text}' to {user_language}."`)
    expect(code).toContain('response = complete(text="Hello \\"world\\"", user_language="Spanish")\nfor event in response:\n')
  })

  it('in TypeScript uses the official client, whose types hold for what they know', () => {
    expect(codeOf('typescript-openai', chat({ fields: { top_k: 5 } }), once)).toBe(`import OpenAI from "openai"

const client = new OpenAI({
  apiKey: process.env.OPENAI_API_KEY,
})

const response = await client.chat.completions.create({
  model: "gpt-x",
  messages: [{ role: "user", content: "Translate 'slot0x' to slot1x." }],
  temperature: 0.7,
  ...({ top_k: 5 } as object),
})
console.log(response.choices[0]?.message)
`)
  })

  it('in TypeScript is a function of its variables', () => {
    const code = codeOf('typescript-fetch', chat({}, { parameters }), once)
    expect(code).toContain('function complete({ text, user_language }: { text: string; user_language: string }) {\n  return fetch(')
    expect(code).toContain("content: `Translate '${text}' to ${user_language}.`")
    expect(code).toContain('await complete({ text: "Hello \\"world\\"", user_language: "Spanish" })')
  })

  it('tells a client where to go, where that is not its own address', () => {
    const code = codeOf('typescript-openai', chat({ url: 'https://openrouter.ai/api/v1/chat/completions' }), once)
    expect(code).toContain('baseURL: "https://openrouter.ai/api/v1"')
    expect(
      codeOf('python-anthropic', { ...messages, request: { ...messages.request, url: 'http://localhost:4000/v1/messages' } }, once),
    ).toContain('base_url="http://localhost:4000"')
  })

  it('waits for a long answer, which Anthropic’s clients otherwise refuse', () => {
    expect(codeOf('python-anthropic', messages, once)).toContain('timeout=3600,')
    expect(codeOf('typescript-anthropic', messages, once)).toContain('timeout: 3600000,')
    expect(codeOf('typescript-anthropic', messages, { stream: true })).not.toContain('timeout')
  })

  it('is offered in the languages that can make the request', () => {
    expect(languagesFor(chat())).toEqual(['curl', 'python-openai', 'typescript-openai', 'typescript-fetch'])
    expect(languagesFor(messages)).toEqual(['curl', 'python-anthropic', 'typescript-anthropic', 'typescript-fetch'])
    expect(languagesFor({ ...chat(), to: 'service' })).toEqual(['service-curl', 'service-fetch'])
    expect(languagesFor(chat({ url: 'https://api.openai.com/v1/chat/completions?api-version=2' }))).toEqual(['curl', 'typescript-fetch'])
    expect(languagesFor(chat({ body: 'no JSON' }))).toEqual([])
  })

  it('holds no key, wherever the request holds one', () => {
    const key = 'sk-never-in-a-snippet'
    const headers = {
      authorization: `Bearer ${key}`,
      'x-api-key': key,
      'api-key': key,
      cookie: key,
      'proxy-authorization': key,
      'x-goog-api-key': key,
    }
    for (const language of SNIPPET_LANGUAGES) {
      for (const source of [
        chat({ headers }),
        { ...messages, request: { ...messages.request, headers } },
        { ...chat({ headers }), to: 'service' as const },
      ]) {
        expect(codeOf(language, source, once)).not.toContain(key)
      }
    }
  })

  it('is the same one each time, and none of its lines holds a sign that hides', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...languagesFor(chat())), (content, language) => {
        const source = chat({ body: JSON.stringify({ model: 'm', messages: [{ role: 'user', content }] }) })
        const code = codeOf(language, source, once)
        expect(code).toBe(codeOf(language, source, once))
        expect(code).not.toMatch(/[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069\u2028\u2029]/u)
      }),
    )
  })
})

describe('what a snippet says of itself', () => {
  it('is nothing where it does just what was done', () => {
    for (const language of languagesFor(chat())) expect(notesOf(language, chat(), once)).toEqual([])
  })

  it('names data that is not there, and headers and addresses that are secret', () => {
    const source = chat({
      url: 'https://example.org/***/chat/completions',
      headers: { 'x-secret': '***' },
      body: '{"messages":[{"content":[{"image_url":{"url":"<image/png 212 kB sha256:9f86d081884c7d65>"}}]}],"model":"m"}',
    })
    expect(notesOf('curl', source, once)).toEqual([
      { code: 'folded-data', paths: ['messages[0].content[0].image_url.url'] },
      { code: 'secret-header', names: ['x-secret'] },
      { code: 'secret-in-address' },
    ])
  })

  it('names variables that are none, that were renamed, and that nothing prints', () => {
    const unused = { name: 'unused', marker: 'slot2x', value: '' }
    const source = chat({}, { parameters: [...parameters, unused], fixed: [{ name: 'tone', reason: 'logic' }] })
    expect(notesOf('python-openai', source, once)).toEqual([
      { code: 'fixed-variable', name: 'tone', reason: 'logic' },
      { code: 'fixed-variable', name: 'unused', reason: 'not-rendered' },
      { code: 'renamed', name: 'user.language', as: 'user_language' },
    ])
    expect(codeOf('python-openai', source, once)).not.toContain('unused')
  })

  it('names numbers that JavaScript rounds, and that nobody has', () => {
    const source = chat({ body: '{"model":"m","messages":[],"a":{"b":[9007199254740993, 9007199254740992]},"c":1e999}' })
    const tooLarge = { code: 'number-out-of-range', paths: ['c'] }
    expect(notesOf('typescript-fetch', source, once)).toEqual([tooLarge, { code: 'rounded-number', paths: ['a.b[0]'] }])
    expect(notesOf('typescript-openai', source, once)).toEqual([tooLarge, { code: 'rounded-number', paths: ['a.b[0]'] }])
    expect(notesOf('python-openai', source, once)).toEqual([tooLarge])
  })

  it('names fields that a client cannot do without', () => {
    const source = chat({ body: '{"messages":[]}' })
    expect(notesOf('python-openai', source, once)).toEqual([{ code: 'missing-fields', names: ['model'] }])
    expect(notesOf('typescript-openai', source, once)).toEqual([{ code: 'missing-fields', names: ['model'] }])
    expect(notesOf('curl', source, once)).toEqual([])
  })

  it('names half surrogate pairs where the client cannot send them, and writes the body by hand', () => {
    const source = chat({ fields: { user: '\uD800' } })
    expect(notesOf('python-openai', source, once)).toEqual([{ code: 'lone-surrogate' }])
    expect(codeOf('python-openai', source, once)).toContain('content=json.dumps({')
    expect(notesOf('typescript-openai', source, once)).toEqual([])
  })

  it('names what a shell’s arguments cannot hold', () => {
    const source = chat({}, { parameters: [{ name: 'text', marker: 'slot0x', value: 'a\0b\uD800' }] })
    expect(notesOf('curl', source, once)).toEqual([
      { code: 'not-in-argument', name: 'text', what: 'nul' },
      { code: 'not-in-argument', name: 'text', what: 'lone-surrogate' },
    ])
    expect(codeOf('curl', source, once)).toContain("\ncomplete 'ab\uFFFD'\n")
    expect(notesOf('typescript-fetch', source, once)).toEqual([])
  })
})

describe('a refusal', () => {
  it.each([
    ['service-curl', chat(), { code: 'other-target' }],
    ['curl', { ...chat(), to: 'service' }, { code: 'other-target' }],
    ['python-anthropic', chat(), { code: 'other-api', api: 'chat' }],
    ['typescript-openai', messages, { code: 'other-api', api: 'messages' }],
    ['typescript-openai', chat({ url: 'https://example.org/elsewhere' }), { code: 'other-api', api: null }],
    ['typescript-openai', chat({ url: 'https://example.org/chat/completions?v=2' }), { code: 'address' }],
    ['curl', chat({ body: '[]' }), { code: 'no-json-object' }],
    ['curl', chat({ body: '' }), { code: 'no-json-object' }],
    ['curl', chat({ body: `{"a":${'['.repeat(200)}${']'.repeat(200)}}` }), { code: 'too-deep', depth: 90 }],
  ] as const)('of %s says why', (language, source, refusal) => {
    expect(writeSnippet(language, source, once)).toEqual({ ok: false, refusal })
  })
})
