import { mkdirSync, mkdtempSync, rmSync, writeFileSync, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCases } from './run-cases.ts'

/** The cases are kept beside the project, so a copy of the project alone has none. */
const SHARED = resolve(import.meta.dirname, '../../../shared')
const DIRECTORIES = ['cases', 'fixtures'].map((name) => join(SHARED, name)).filter((directory) => existsSync(directory))

describe('the shared cases', () => {
  it('all pass', () => {
    if (DIRECTORIES.length === 0) console.log(`${SHARED} does not exist: the shared cases are passed over.`)
    const reports = DIRECTORIES.map(runCases)
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

  it('tells what passed from what failed, by text, by code and by names', () => {
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
    const { outcomes, problems } = runCases(directory)
    expect(problems).toEqual([])
    expect(outcomes.filter((outcome) => outcome.passed).map(({ id }) => id)).toEqual(['right', 'right names', 'right code', 'any code'])
    expect(outcomes.find(({ id }) => id === 'wrong text')).toMatchObject({ expected: '"1 3"', got: '"1 2"' })
  })

  it('reads the cases without loss', () => {
    write(
      'template-rendering.json',
      '[{"id": "x", "format": "curly", "template": "{{a}} {{b}}", "inputs": {"a": 1.0, "b": 12345678901234567890}, "expect": "1.0 12345678901234567890"}]',
    )
    expect(runCases(directory).outcomes).toMatchObject([{ passed: true }])
  })

  it('names the known kinds that it does not run', () => {
    write('responses.json', {})
    write('streams/index.json', {})
    write('streams/recorded.sse', 'data: {}')
    expect(runCases(directory).notRun).toEqual([
      expect.stringMatching(/^responses\.json: not run/),
      expect.stringMatching(/^streams\/index\.json: not run/),
    ])
  })

  it('takes a file of no known kind, and one that is not what it should be, for a problem', () => {
    write('template-rendering.json', '{"not": "a list"}')
    write('streams/other.json', {})
    expect(runCases(directory).problems).toEqual([
      expect.stringContaining('other.json: no known kind'),
      expect.stringContaining('template-rendering.json'),
    ])
    write('template-rendering.json', [{ id: 'x', format: 'curly', template: 1, inputs: {}, expect: '' }])
    expect(runCases(directory).problems).toHaveLength(2)
  })
})
