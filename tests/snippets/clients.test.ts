import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import type { ModelApi } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { KNOWN_FIELDS, REQUIRED_FIELDS } from '@vitrine/playground/code'
import { writeSnippet } from '@vitrine/playground/code'
import { REQUEST_CASES } from './request-cases.data.ts'
import { runPrograms, whyNotRunnable } from './run-programs.ts'
import { ANSWER, startSnippetProvider } from './snippet-provider.ts'

const MODEL_APIS = ['chat', 'responses', 'messages'] as const satisfies readonly ModelApi[]
const API_ADDRESSES: Readonly<Record<ModelApi, string>> = {
  chat: 'https://api.openai.com/v1/chat/completions',
  responses: 'https://api.openai.com/v1/responses',
  messages: 'https://api.anthropic.com/v1/messages',
}
const PYTHON_METHODS: Readonly<Record<ModelApi, string>> = {
  chat: 'openai.resources.chat.completions.Completions',
  responses: 'openai.resources.responses.Responses',
  messages: 'anthropic.resources.messages.Messages',
}
const LANGUAGES = {
  typescript: { chat: 'typescript-openai', responses: 'typescript-openai', messages: 'typescript-anthropic' },
  python: { chat: 'python-openai', responses: 'python-openai', messages: 'python-anthropic' },
} as const

const sourceFor = (api: ModelApi, body: unknown) => ({
  to: 'provider' as const,
  request: { url: API_ADDRESSES[api], headers: { authorization: '***' }, body: JSON.stringify(body) },
  keyVariable: api === 'messages' ? 'ANTHROPIC_API_KEY' : 'OPENAI_API_KEY',
})

describe('what is known of the clients', () => {
  it.each(MODEL_APIS)('is what the one for Python takes for %s', async (api) => {
    const reason = await whyNotRunnable('python')
    if (reason !== undefined) console.log(`Passed over: ${reason.slice(0, 300)}`)
    const program = [
      'import inspect, importlib, json',
      `module, _, name = ${JSON.stringify(PYTHON_METHODS[api])}.rpartition(".")`,
      'method = getattr(importlib.import_module(module), name).create',
      'parameters = list(inspect.signature(method).parameters)',
      'print(json.dumps([one for one in parameters if one not in ("self", "extra_headers", "extra_query", "extra_body", "timeout")]))',
    ].join('\n')
    const [end] = reason === undefined ? await runPrograms('python', [program]) : [{ output: JSON.stringify([...KNOWN_FIELDS[api]]) }]
    const fields: unknown = JSON.parse(end?.output ?? '')
    expect(fields).toEqual(expect.arrayContaining([...KNOWN_FIELDS[api]]))
    expect(fields).toHaveLength(KNOWN_FIELDS[api].size)
    expect([...KNOWN_FIELDS[api]]).toEqual(expect.arrayContaining([...REQUIRED_FIELDS[api]]))
  })
})

describe.each(['typescript', 'python'] as const)('a client for %s', (syntax) => {
  it('is told no address where its own is meant', async () => {
    const reason = await whyNotRunnable(syntax)
    const provider = await startSnippetProvider()
    try {
      const codes = MODEL_APIS.map((api) => {
        const snippet = writeSnippet(LANGUAGES[syntax][api], sourceFor(api, REQUEST_CASES.find((one) => one.api === api)?.body), {
          stream: false,
        })
        return snippet.ok ? snippet.code : ''
      })
      for (const code of codes) expect(code).not.toMatch(/base_?url/i)
      // The clients read this where nothing else was said.
      const env = { OPENAI_BASE_URL: `${provider.origin}/n0/v1`, ANTHROPIC_BASE_URL: `${provider.origin}/n0` }
      const ends = reason === undefined ? await runPrograms(syntax, codes, env) : codes.map(() => ({ ok: true, output: ANSWER }))
      expect(ends.map(({ ok, output }) => (ok && output.includes(ANSWER) ? 'answered' : output))).toEqual(codes.map(() => 'answered'))
    } finally {
      await provider.close()
    }
  })
})

describe('snippets in TypeScript', () => {
  it('hold before its compiler, as strict as it is', async () => {
    const folder = resolve(import.meta.dirname, '.written')
    mkdirSync(folder, { recursive: true })
    const written = mkdtempSync(`${folder}/types-`)
    try {
      const parameters = [{ name: 'text', marker: 'hello', value: 'x' }]
      const isTyped = /smallest|everything|a response|hard/
      for (const [at, { api, body, name }] of REQUEST_CASES.entries()) {
        if (!isTyped.test(name)) continue
        for (const [variant, options] of [{ stream: false }, { stream: true }].entries()) {
          for (const language of [LANGUAGES.typescript[api], 'typescript-fetch'] as const) {
            for (const given of [[], parameters]) {
              const snippet = writeSnippet(language, { ...sourceFor(api, body), parameters: given }, options)
              writeFileSync(resolve(written, `${language}-${at}-${variant}-${given.length}.ts`), snippet.ok ? snippet.code : 'not written')
            }
          }
        }
      }
      const compilerOptions = {
        strict: true,
        noEmit: true,
        target: 'es2024',
        module: 'nodenext',
        lib: ['es2024', 'dom', 'dom.iterable', 'dom.asynciterable'],
        types: ['node'],
        skipLibCheck: true,
      }
      writeFileSync(resolve(written, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }))
      const tsc = resolve(import.meta.dirname, '../../node_modules/typescript/bin/tsc')
      const result = await promisify(execFile)(process.execPath, [tsc, '-p', written]).then(
        ({ stdout }) => stdout,
        (error: unknown) => (error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error)),
      )
      expect(result).toBe('')
    } finally {
      rmSync(written, { recursive: true, force: true })
    }
  })
})
