import { describe, expect, it } from 'vitest'
import { detectFormat } from './detect-format.ts'
import type { FormatId } from './format-id.ts'
import { createProblemList } from './problem-list.ts'
import { shapeOfLines, shapeOfValue } from './shape-of.ts'

const user = { role: 'user', content: 'x' }

describe('the shape of a value', () => {
  it.each<readonly [unknown, FormatId]>([
    [[], 'json'],
    [[1, 2], 'json'],
    [[{ a: 1 }], 'json'],
    [[user], 'request'],
    [[{ messages: [user] }], 'fine-tune'],
    [[{ messages: [user] }, { a: 1 }], 'json'],
    [[{ item: {} }, { item: { a: 1 } }], 'openai-evals'],
    [[{ input: 'x', ideal: 'y' }], 'openai-evals'],
    [[{ case: 1, inputs: {}, status: 'done' }], 'results-jsonl'],
    [{ a: 1 }, 'json'],
    ['x', 'json'],
    [null, 'json'],
    [{ messages: [user] }, 'fine-tune'],
    [{ model: 'm', messages: [user] }, 'request'],
    [{ model: 'm', input: [] }, 'request'],
    [{ model: 'm', messages: [] }, 'json'],
    [{ model: 5, messages: [user] }, 'fine-tune'],
    [{ prompts: [], providers: [] }, 'promptfoo'],
    [{ tests: [] }, 'promptfoo'],
    [{ tests: [], a: 1, b: 2, c: 3 }, 'json'],
    [{ prompts: ['x'] }, 'json'],
    [{ v: 1, prompt: {}, rows: [] }, 'snapshot'],
    [{ v: 99, prompt: {} }, 'snapshot'],
    [{ v: 2, variants: [] }, 'snapshot'],
    [{ v: 'one', prompt: {} }, 'json'],
    [{ v: 1, a: 1 }, 'json'],
    [{ kind: 'vitrine-configuration', v: 1 }, 'configuration'],
    [{ kind: 'vitrine-conversation', v: 1 }, 'conversation'],
    [{ kind: 'other', v: 1 }, 'json'],
    [{ item: 'x' }, 'json'],
  ])('%j is %s', (value, format) => {
    expect(shapeOfValue(value, false)).toBe(format)
  })

  it('in a file of lines is that of a line', () => {
    expect(shapeOfValue({ a: 1 }, true)).toBe('jsonl')
    expect(shapeOfValue({ model: 'm', messages: [user] }, true)).toBe('fine-tune')
    expect(shapeOfValue({ item: {} }, true)).toBe('openai-evals')
  })

  it('of lines is that of all of them', () => {
    expect(shapeOfLines([])).toBe('jsonl')
    expect(shapeOfLines([{ item: {} }, { item: {} }])).toBe('openai-evals')
    expect(shapeOfLines([{ item: {} }, { a: 1 }])).toBe('jsonl')
    expect(shapeOfLines([{ a: 1 }, { item: {} }])).toBe('jsonl')
  })
})

describe('detectFormat', () => {
  const found = (name: string, text: string, asked?: FormatId) => detectFormat({ name, text, asked, problems: createProblemList() })

  it.each<readonly [string, string, FormatId]>([
    ['A.CSV', 'x', 'csv'],
    ['a.tab', 'x', 'tsv'],
    ['a.YML', 'x', 'promptfoo'],
    ['a.b.json', '1', 'json'],
    ['noending', 'a,b\n1,2', 'csv'],
    ['', '$ curl https://x.example', 'curl'],
    ['', 'curl.exe https://x.example', 'curl'],
    ['', 'curling,b\n1,2', 'csv'],
    ['', ' \n [1]', 'json'],
    ['', 'targets:\n  - x', 'promptfoo'],
    ['', 'see prompts: below', 'csv'],
    ['', 'a\tb\n', 'tsv'],
    ['', 'a,b\tc\n', 'csv'],
  ])('finds in %s %j the format %s', (name, text, format) => {
    expect(found(name, text)?.format).toBe(format)
  })

  it('takes what it is asked to, and needs JSON where that is JSON', () => {
    expect(found('a.csv', '{"a":1}', 'json')?.document?.kind).toBe('value')
    expect(found('a.json', 'a,b', 'csv')).toEqual({ format: 'csv' })
    const problems = createProblemList()
    expect(detectFormat({ name: '', text: 'a,b', asked: 'json', problems })).toBeNull()
    expect(problems.all()).toMatchObject([{ code: 'json-syntax', severity: 'error', line: 1 }])
  })

  it('takes one object over several lines for one value, and objects in several lines for lines', () => {
    expect(found('', '{\n"a":\n1}')?.document?.kind).toBe('value')
    expect(found('', '{"a":1}\n{"a":2}')?.document?.kind).toBe('lines')
    expect(found('', '{"a":1}\n{broken')?.document?.kind).toBe('lines')
  })
})
