import { describe, expect, it } from 'vitest'
import { JSON_FAULTS } from '../../../exchange/data/json-fault.ts'
import { YAML_FAULTS } from '../../../exchange/formats/promptfoo/yaml-fault.ts'
import { ZIP_FAULTS } from '../../../exchange/formats/xlsx/zip-fault.ts'
import { SHAPES } from '../../../exchange/own-documents/shape.ts'
import type { Problem, ProblemCode, ProblemValues } from '../../../exchange/import/problem.ts'
import { addTexts, createTexts } from '../../../messages/create-texts.ts'
import { importProblems } from '../../../messages/en/import-problems.ts'
import { inOrder, problemText } from './problem-text.ts'

/** A problem of every kind: a new one does not compile until it stands here. */
const VALUES: ProblemValues = {
  'file-too-large': { bytes: 51_000_000, limitBytes: 50_000_000 },
  'too-large-here': { bytes: 2_000_000, limitBytes: 1_000_000 },
  'took-too-long': { seconds: 60 },
  'reading-broke': {},
  unreadable: { name: 'a.csv' },
  'too-many-tags': { limit: 16_000_000 },
  'too-many-values': { limit: 4_000_000 },
  'too-many-prompts': { limit: 200 },
  'cell-too-long': { column: 'text', length: 2_000_000, limit: 1_000_000 },
  'text-too-long': { length: 2_000_000, limit: 1_000_000 },
  'name-too-long': { name: 'a…', length: 2000, limit: 1000 },
  'other-kind': { said: '.csv' },
  'python-syntax': { quote: '"""' },
  'python-no-call': {},
  'python-other-call': {},
  'unpacked-too-large': { limitBytes: 200_000_000 },
  'too-many-rows': { limit: 100_000 },
  'too-many-columns': { columns: 300, limit: 256 },
  'too-many-cells': { limit: 4_000_000 },
  'rows-beyond-size': { rows: 10_001, offered: 10_000 },
  empty: {},
  'no-rows': {},
  binary: {},
  'old-spreadsheet': {},
  'not-a-spreadsheet': {},
  'spreadsheet-unreadable': { fault: 'entry' },
  'unknown-format': {},
  'link-too-long': { characters: 50_000, limit: 43_691 },
  'link-damaged': {},
  'link-unpacks-too-large': { limitBytes: 2_000_000 },
  'too-many-messages': { messages: 501, limit: 500 },
  'not-a-report': {},
  'newer-version': { version: 2, known: 1 },
  'wrong-shape': { path: 'rows[3].data', fault: 'one-of', names: 'up, down' },
  'bad-encoding': { encoding: 'utf-8' },
  'lone-surrogate': {},
  'nul-character': {},
  'mixed-newlines': {},
  'duplicate-headers': { names: 'a, b' },
  'unnamed-column': { column: 3, name: 'column 3' },
  'short-line': { expected: 4, found: 2 },
  'long-line': { expected: 4, found: 7 },
  'unclosed-quote': {},
  'stray-quote': {},
  'formula-marks-removed': { count: 3 },
  'formula-value-used': { cell: 'B2', count: 3 },
  'formula-without-value': { cell: 'B2', count: 3 },
  'other-sheets': { read: 'One', names: 'Two, Three' },
  'json-syntax': { fault: 'value', found: '}' },
  'yaml-syntax': { fault: 'repeated', name: 'prompts' },
  'yaml-aliases': { limit: 1000 },
  'not-an-object': {},
  'too-deep': {},
  'not-executed': { what: 'assert.javascript' },
  'not-fetched': { what: 'file://a.txt' },
  'not-carried': { what: 'scenarios' },
  'key-dropped': { name: 'authorization' },
  'address-dropped': { name: 'api_base' },
  'kept-as-extra': { names: 'user' },
  'check-unknown': { name: 'perplexity' },
  'value-as-json': { name: 'list' },
  'reads-environment': { names: 'env.HOME' },
  'defaults-taken': { names: 'temperature: 0' },
  'template-approximated': { name: 'one' },
  'braces-are-variables': { names: 'name' },
  'repeated-results': { count: 3 },
  'shell-syntax': { quote: "$'" },
  'more-problems': { count: 17 },
}
/** What a text need not say: it adds nothing to what the text says anyway. */
const UNSAID = new Set(['template-approximated name'])

const texts = createTexts('en')
addTexts(texts, 'importProblems', importProblems)
const integer = (value: number) => value.toLocaleString('en')
const problem = (code: string, values: object, severity: Problem['severity'] = 'error', line: number | null = null) =>
  ({ code, severity, line, values }) as Problem
const say = (code: string, values: object) => problemText(texts, problem(code, values), integer)

describe('the words for a problem', () => {
  it.each(Object.entries(VALUES))('say what %s is, with its values', (code, values) => {
    const text = say(code, values)
    expect(text).not.toBe(code)
    expect(text).not.toContain('{{')
    const saying = Object.entries<string | number>(values).filter(([name]) => name !== 'fault' && !UNSAID.has(`${code} ${name}`))
    for (const [, value] of saying) expect(text).toContain(typeof value === 'number' ? integer(value) : value)
  })

  it.each<readonly [ProblemCode, readonly string[]]>([
    ['json-syntax', JSON_FAULTS],
    ['yaml-syntax', YAML_FAULTS],
    ['spreadsheet-unreadable', [...ZIP_FAULTS, 'sheet']],
    ['wrong-shape', SHAPES],
  ])('say each fault of %s by itself', (code, faults) => {
    const said = faults.map((fault) => say(code, { fault, found: 'x', name: 'x', path: 'x', names: 'x' }))
    expect(new Set(said).size).toBe(faults.length)
    for (const [at, text] of said.entries()) expect(text).not.toBe(`${code}-${faults[at] ?? ''}`)
  })

  it.each(Object.entries(VALUES).filter(([, values]) => 'count' in values))('say one of %s', (code, values) => {
    expect(say(code, { ...values, count: 1 })).not.toBe(say(code, { ...values, count: 2 }).replace('2', '1'))
  })

  it('name the whole by its sign where a place has no name', () => {
    expect(say('wrong-shape', { path: '', fault: 'object', names: '' })).toMatch(/^\$ must be an object/)
  })

  it('leave markup in a name as it is', () => {
    expect(say('duplicate-headers', { names: '<b>{{x}}</b>' })).toContain('<b>{{x}}</b>')
  })

  it('come in the order in which they matter', () => {
    const problems = [
      problem('a', {}, 'notice', 1),
      problem('b', {}, 'warning', 9),
      problem('c', {}, 'warning', 2),
      problem('d', {}, 'error', 12),
    ]
    expect(inOrder(problems).map(({ code }) => code)).toEqual(['d', 'c', 'b', 'a'])
  })
})
