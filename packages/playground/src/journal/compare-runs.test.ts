import { describe, expect, it } from 'vitest'
import { recognise } from '../exchange/import/recognise.ts'
import { compareRuns } from './compare-runs.ts'
import type { KeptCell, KeptDocument } from './journal.ts'
import { runFile } from './run-file.ts'
import { sampleHead } from './sample-head.ts'

const cell = (text: string, state: KeptCell['state'] = 'done'): KeptCell => ({ state, text })
const run = (settings: object, answers: Readonly<Record<string, KeptCell | null>>, name = 'Run / 1'): KeptDocument => ({
  head: sampleHead('id', {
    kind: 'run',
    name,
    prompt: {
      v: 1,
      mode: 'completion',
      prompt: { messages: [{ role: 'user', content: 'Say {{a}}' }], llmConfig: { model: 'm', ...settings }, templateFormat: 'curly' },
    },
    cases: 1,
    results: 1,
  }),
  rows: Object.entries(answers).map(([a, kept], index) => ({
    id: String(index),
    row: { data: { a } },
    outputs: [{ cells: [kept] }],
  })),
})

describe('two runs', () => {
  it('that are the same differ in nothing', () => {
    const one = run({ temperature: 1 }, { x: cell('1'), y: null })
    const { settings, cases, onlyLeft, onlyRight } = compareRuns(one, one)
    expect([settings, cases.filter(({ differs }) => differs), onlyLeft, onlyRight]).toEqual([[], [], 0, 0])
  })

  it('name the settings that differ, also those that one does not have', () => {
    const { settings } = compareRuns(run({ temperature: 1, seed: 4 }, {}), run({ temperature: 0.5, stop: ['a'] }, {}))
    expect(settings).toEqual([
      { name: 'A.temperature', left: '1', right: '0.5' },
      { name: 'A.seed', left: '4', right: null },
      { name: 'A.stop', left: null, right: '["a"]' },
    ])
  })

  it('find the same case wherever it stands, and count those that the other does not have', () => {
    const left = run({}, { x: cell('1'), y: cell('2'), z: cell('3') })
    const right = run({}, { z: cell('3'), x: cell('other'), q: cell('4') })
    const { cases, onlyLeft, onlyRight } = compareRuns(left, right)
    expect(cases.map(({ number, inputs, differs }) => [number, inputs, differs])).toEqual([
      [1, 'x', true],
      [3, 'z', false],
    ])
    expect([onlyLeft, onlyRight]).toEqual([1, 1])
  })

  it('differ where one failed or has no answer', () => {
    const { cases } = compareRuns(run({}, { x: cell('', 'failed'), y: cell('a') }), run({}, { x: cell(''), y: null }))
    expect(cases.map(({ differs, left, right }) => [differs, left?.state, right?.state])).toEqual([
      [true, 'failed', 'done'],
      [true, 'done', undefined],
    ])
  })
})

describe('a run as a file', () => {
  it('is one that the playground imports', async () => {
    const { fileName, text } = runFile(run({}, { x: cell('1') }))
    expect(fileName).toBe('Run-1.json')
    expect(await recognise({ name: fileName, content: text })).toMatchObject({ ok: true, format: 'snapshot', rows: [{ cells: ['x'] }] })
    expect(JSON.parse(text)).toMatchObject({ run: { name: 'Run / 1', results: [[[{ state: 'done', text: '1' }]]] } })
  })
})
