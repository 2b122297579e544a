import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recognise } from '../../import/recognise.ts'
import type { Recognition } from '../../import/recognition.ts'
import { shellWords } from './shell-words.ts'

const read = (content: string) => recognise({ name: '', content })
const told = ({ problems }: Recognition) => problems.map(({ code, values }) => [code, ...Object.values(values)].join(' '))
const first = (recognition: Recognition) => (recognition.ok ? recognition.variants[0] : recognition.problems)

const BODY = '{"model":"gpt-4o","messages":[{"role":"user","content":"It is 5 o\'clock"}]}'
const quoted = BODY.replaceAll("'", `'\\''`)

describe('a cURL command', () => {
  it('of the documentation becomes a prompt, without its key', async () => {
    const recognition = await read(`curl https://api.openai.com/v1/chat/completions \\
  -H "Content-Type: application/json" \\
  -H "Authorization: Bearer sk-live-1234567890abcdef" \\
  -H 'X-Trace: on' \\
  -d '${quoted}'`)
    expect(first(recognition)).toEqual({
      prompt: { mode: 'completion', messages: [{ role: 'user', content: "It is 5 o'clock" }], templateFormat: 'curly' },
      settings: { model: 'gpt-4o' },
    })
    expect(told(recognition)).toEqual(['key-dropped Authorization', 'not-carried X-Trace'])
    expect(JSON.stringify(recognition)).not.toContain('1234567890')
    expect(JSON.stringify(recognition)).not.toContain('api.openai.com')
  })

  it.each<readonly [string, string]>([
    ['a shell variable', 'curl -H "x-api-key: $ANTHROPIC_API_KEY" https://x.example/v1/chat/completions --data-raw BODY'],
    ['an option joined to its word', 'curl -HAuthorization:secretsecret https://x.example/chat/completions -dBODY'],
    ['long options with an equals sign', 'curl --header=api-key:secretsecret --url=https://x.example/chat/completions --data=BODY'],
    ['a user', 'curl -u me:secretsecret https://x.example/chat/completions --json BODY'],
    ['a key in the address', 'curl "https://x.example/chat/completions?key=secretsecret" -X POST -d BODY'],
    ['a cookie', 'curl https://x.example/chat/completions -b session=secretsecret -d BODY'],
  ])('with %s loses its key', async (_, command) => {
    const recognition = await read(command.replace('BODY', `'${quoted}'`))
    expect(first(recognition)).toMatchObject({ settings: { model: 'gpt-4o' } })
    expect(told(recognition).filter((line) => line.startsWith('key-dropped'))).toHaveLength(1)
    expect(JSON.stringify(recognition)).not.toContain('secretsecret')
  })

  it('as browsers copy it is read', async () => {
    const recognition = await read(
      `curl 'https://api.openai.com/v1/chat/completions' -H 'accept: */*' --compressed --data-raw $'${BODY.replaceAll("'", '\\u0027')}'`,
    )
    expect(first(recognition)).toMatchObject({ prompt: { messages: [{ content: "It is 5 o'clock" }] } })
  })

  it('of each provider is read as its own', async () => {
    const responses = await read(`curl https://api.openai.com/v1/responses -d '{"model":"gpt-5","input":"hi"}'`)
    expect(first(responses)).toMatchObject({ settings: { model: 'gpt-5', api: 'responses' } })
    const anthropic = await read(
      `curl https://api.anthropic.com/v1/messages -H 'anthropic-version: 2023-06-01' -d '{"model":"my-model","max_tokens":5,"messages":[{"role":"user","content":[{"type":"text","text":"hi"}]}]}'`,
    )
    expect(first(anthropic)).toMatchObject({ prompt: { messages: [{ role: 'user', content: 'hi' }] }, settings: { maxTokens: 5 } })
    const router = await read(
      `curl https://openrouter.ai/api/v1/chat/completions -d '{"model":"meta/llama","messages":[{"role":"user","content":"hi"}]}'`,
    )
    expect(first(router)).toMatchObject({ settings: { model: 'openrouter/meta/llama' } })
    const other = await read(
      `curl https://openrouter.ai.example/chat/completions -d '{"model":"meta/llama","messages":[{"role":"user","content":"hi"}]}'`,
    )
    expect(first(other)).toMatchObject({ settings: { model: 'meta/llama' } })
  })

  it.each<readonly [string, string, string]>([
    ['a body in a file', 'curl https://x.example/chat/completions -d @body.json', 'not-fetched @body.json'],
    ['a quote that never closes', "curl https://x.example -d '{", "shell-syntax '"],
    ['no body', 'curl https://x.example/v1/models', 'json-syntax end '],
    ['a body that is no object', "curl https://x.example -d '[1]'", 'not-an-object'],
  ])('with %s is refused', async (_, command, problem) => {
    const recognition = await read(command)
    expect(recognition.ok).toBe(false)
    expect(told(recognition)).toEqual([problem])
  })

  it('runs nothing that stands behind it or in it', async () => {
    const recognition = await read(
      `curl https://x.example/chat/completions -d '{"model":"$(touch x)","messages":[{"role":"user","content":"\`id\`"}]}'; rm -rf /`,
    )
    expect(first(recognition)).toMatchObject({ prompt: { messages: [{ content: '`id`' }] }, settings: { model: '$(touch x)' } })
  })
})

describe('shellWords', () => {
  it.each<readonly [string, readonly string[]]>([
    ['a b  c', ['a', 'b', 'c']],
    [`'a b' "c d" e\\ f`, ['a b', 'c d', 'e f']],
    [`a'b'"c"d`, ['abcd']],
    [`"a \\"b\\" \\$c \\n"`, ['a "b" $c \\n']],
    [`$'a\\tb\\u0041\\x42\\''`, ["a\tbAB'"]],
    ['a \\\n b \\\r\n c', ['a', 'b', 'c']],
    ['a ^\n b', ['a', 'b']],
    [`''`, ['']],
    ['a | b', ['a']],
    ['$HOME `x`', ['$HOME', '`x`']],
    ['', []],
  ])('%j is %j', (text, words) => {
    expect(shellWords(text)).toEqual({ ok: true, words })
  })

  it('reads what is put in single quotes as it is', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), (words) => {
        const command = words.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ')
        expect(shellWords(command)).toEqual({ ok: true, words })
      }),
    )
  })
})
