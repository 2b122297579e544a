import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCases } from './run-cases.ts'

/** The cases are kept beside the project, so a copy of the project alone has none. */
const SHARED = resolve(import.meta.dirname, '../../../shared')
const DIRECTORIES = ['cases', 'fixtures'].map((name) => join(SHARED, name)).filter((directory) => existsSync(directory))

describe('the shared cases', () => {
  it('all pass', async () => {
    if (DIRECTORIES.length === 0) console.log(`${SHARED} does not exist: the shared cases are passed over.`)
    const reports = await Promise.all(DIRECTORIES.map(runCases))
    expect(reports.flatMap(({ problems }) => problems)).toEqual([])
    expect(reports.flatMap(({ outcomes }) => outcomes.filter((outcome) => !outcome.passed))).toEqual([])
  })
})

describe('runCases', () => {
  let directory = ''
  const write = (file: string, content: unknown): void => {
    writeFileSync(join(directory, file), typeof content === 'string' ? content : JSON.stringify(content))
  }
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'cases-'))
    mkdirSync(join(directory, 'streams'))
  })
  afterAll(() => rmSync(directory, { recursive: true }))

  it('tells what passed from what failed, by text, by code and by names', async () => {
    const base = { format: 'curly', template: '{{a}} {{b}}' }
    const unresolved = { type: 'UnresolvedVariables', unresolved: ['b', 'a'] }
    write('template-rendering.json', [
      { ...base, id: 'right', inputs: { a: 1, b: 2 }, expect: '1 2' },
      { ...base, id: 'wrong text', inputs: { a: 1, b: 2 }, expect: '1 3' },
      { ...base, id: 'right names', inputs: {}, error: unresolved },
      { ...base, id: 'wrong names', inputs: { a: 1 }, error: unresolved },
      { ...base, id: 'no error', inputs: { a: 1, b: 2 }, error: unresolved },
      { ...base, id: 'no text', inputs: {}, expect: '' },
      { id: 'right code', format: 'fstring', template: '{', inputs: {}, error: { type: 'ValueError' } },
      { id: 'wrong code', format: 'fstring', template: '{a}', inputs: {}, error: { type: 'ValueError' } },
      { id: 'any code', format: 'fstring', template: '{a}', inputs: {}, error: { type: 'KeyError' } },
    ])
    const { outcomes, problems } = await runCases(directory)
    expect(problems).toEqual([])
    expect(outcomes.filter((outcome) => outcome.passed).map(({ id }) => id)).toEqual(['right', 'right names', 'right code', 'any code'])
    expect(outcomes.find(({ id }) => id === 'wrong text')).toMatchObject({ expected: '"1 3"', got: '"1 2"' })
  })

  it('reads the cases without loss', async () => {
    write(
      'template-rendering.json',
      '[{"id": "x", "format": "curly", "template": "{{a}} {{b}}", "inputs": {"a": 1.0, "b": 12345678901234567890}, "expect": "1.0 12345678901234567890"}]',
    )
    expect((await runCases(directory)).outcomes).toMatchObject([{ passed: true }])
  })

  it('names the known kinds that it does not run', async () => {
    write('litellm-proxy-replies.json', {})
    const { notRun } = await runCases(directory)
    expect(notRun).toContainEqual(expect.stringMatching(/^litellm-proxy-replies\.json: not run/))
  })

  it('takes a file of no known kind, and one that is not what it should be, for a problem', async () => {
    write('template-rendering.json', '{"not": "a list"}')
    write('streams/other.json', {})
    expect((await runCases(directory)).problems).toEqual([
      expect.stringContaining('other.json: no known kind'),
      expect.stringContaining('template-rendering.json'),
    ])
    write('template-rendering.json', [{ id: 'x', format: 'curly', template: 1, inputs: {}, expect: '' }])
    expect((await runCases(directory)).problems).toHaveLength(2)
  })

  it('plays recorded streams cut in every way, and shows only the fields that differ', async () => {
    const chunk = (delta: object, rest: object = {}): string => `data: ${JSON.stringify({ choices: [{ index: 0, delta, ...rest }] })}\n\n`
    const usage = { prompt_tokens: 5, completion_tokens: 2, total_tokens: 7 }
    write(
      'streams/recorded.sse',
      `: WAIT\n\n${chunk({ content: 'Grüße ' })}${chunk({ content: '🌍' }, { finish_reason: 'stop' })}data: ${JSON.stringify({ choices: [], usage })}\n\ndata: [DONE]\n\n`,
    )
    write('streams/cut-off.sse', chunk({ content: 'Grüße 🌍' }))
    const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)
    const expected = {
      events: 3,
      done: true,
      comments: 1,
      text: 'Grüße 🌍',
      textChars: 7,
      textSha: digest('Grüße 🌍'),
      reasoning: '',
      reasoningChars: 0,
      reasoningSha: digest(''),
      tools: [],
      finish: 'stop',
      usage,
      error: null,
    }
    const recording = { id: 'right', api: 'chat', provider: 'any', file: 'recorded.sse', expect: expected }
    write('streams/index.json', [
      recording,
      { ...recording, id: 'wrong', expect: { ...expected, textSha: digest('Grüße'), usage: { ...usage, total_tokens: 8 } } },
      { ...recording, id: 'waiting', provider: 'openrouter' },
      {
        ...recording,
        id: 'cut off',
        file: 'cut-off.sse',
        expect: { ...expected, events: 1, done: false, comments: 0, finish: null, usage: null },
      },
      { ...recording, id: 'foreign', api: 'telepathy' },
    ])
    write('template-rendering.json', [])
    rmSync(join(directory, 'streams/other.json'))
    const { outcomes, notRun, problems } = await runCases(directory)
    expect(problems).toEqual([])
    expect(notRun).toContainEqual('streams/index.json: foreign: not run, there is no dialect telepathy')
    const failed = outcomes.filter(({ passed }) => !passed)
    expect(outcomes.length / 4).toBeGreaterThanOrEqual(4)
    expect(failed).toHaveLength(outcomes.length / 4)
    for (const { id, expected: wanted, got } of failed) {
      expect(id).toMatch(/^wrong \(/)
      expect([wanted, got].map((text) => Object.keys(JSON.parse(text)))).toEqual([
        ['text', 'usage'],
        ['text', 'usage'],
      ])
    }
  })

  it('takes an index that is none, and a stream that is missing, for a problem', async () => {
    for (const index of [{}, [{}], [{ id: 'x', api: 'chat', provider: 'p', file: 'gone.sse', expect: {} }]]) {
      write('streams/index.json', index)
      expect((await runCases(directory)).problems).toEqual([expect.stringContaining('index.json')])
    }
  })
})
