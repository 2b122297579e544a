import { describe, expect, it } from 'vitest'
import type { Check } from '../../checks/check.ts'
import { recognise } from '../import/recognise.ts'
import type { Recognised } from '../import/recognition.ts'
import { autoMap } from '../mapping/auto-map.ts'
import { place } from '../mapping/place.ts'

async function taken(content: string, name = 'cases.csv'): Promise<Recognised> {
  const recognition = await recognise({ name, content })
  if (!recognition.ok) throw new Error(JSON.stringify(recognition.problems))
  return recognition
}
const rowsOf = (recognition: Recognised) => place({ columns: [], rows: [] }, recognition, autoMap(recognition, []), 'replace').rows
const told = ({ problems }: Recognised) => problems.map(({ code, line, values }) => [code, line, ...Object.values(values)])

describe('the columns that promptfoo reads in its own way', () => {
  it.each<readonly [string, { readonly expected?: string; readonly check?: Partial<Check> }, readonly unknown[]]>([
    ['paris', { expected: 'paris', check: { type: 'equals' } }, []],
    ['equals: paris', { expected: 'paris', check: { type: 'equals' } }, []],
    ['see: the manual', { expected: 'see: the manual', check: { type: 'equals' } }, []],
    ['contains: x', { check: { type: 'contains', value: 'x' } }, []],
    ['not-contains: x', { check: { type: 'not-contains', value: 'x' } }, []],
    ['icontains: x', { check: { type: 'icontains', value: 'x' } }, []],
    ['regex: ^a+$', { check: { type: 'regex', pattern: '^a+$' } }, []],
    ['is-json', { check: { type: 'is-json' } }, []],
    ['is-json: {"type":"object"}', { check: { type: 'matches-schema', schema: { type: 'object' } } }, []],
    ['cost(0.01)', { check: { type: 'max-cost', maxCostUsd: 0.01 } }, []],
    ['latency(500)', { check: { type: 'max-latency', maxLatencyMs: 500 } }, []],
    ['llm-rubric: is kind', { check: { type: 'rubric', rubric: 'is kind' } }, []],
    ['grade: is kind', { check: { type: 'rubric', rubric: 'is kind' } }, []],
    ['similar(0.8): a', { check: { type: 'unknown', name: 'similar' } }, ['check-unknown', 'similar']],
    ['contains-any: a, b', { check: { type: 'unknown', name: 'contains-any' } }, ['check-unknown', 'contains-any']],
    ['javascript: output.length > 1', { check: { type: 'unknown', name: 'javascript' } }, ['not-executed', 'javascript']],
    ['fn: output', { check: { type: 'unknown', name: 'javascript' } }, ['not-executed', 'javascript']],
    ['python: len(output)', { check: { type: 'unknown', name: 'python' } }, ['not-executed', 'python']],
    ['not-javascript: x', { check: { type: 'unknown', name: 'not-javascript' } }, ['not-executed', 'not-javascript']],
    ['file://check.py', { check: { type: 'unknown', name: 'python' } }, ['not-executed', 'python']],
    ['webhook: https://x.example', { check: { type: 'unknown', name: 'webhook' } }, ['not-executed', 'webhook']],
  ])('%s', async (cell, { expected, check }, problem) => {
    const recognition = await taken(`a,__expected\n1,contains: y\n2,"${cell.replaceAll('"', '""')}"`)
    expect(rowsOf(recognition)[1]).toMatchObject({ ...(expected === undefined ? {} : { expected }), checks: [check] })
    const [code, what] = problem
    expect(told(recognition)).toEqual(problem.length === 0 ? [] : [[code, 3, what]])
  })

  it('are named row by row, in every column, also in other tables than CSV', async () => {
    const csv = await taken('a,__expected,__expected1,__config:__expected:threshold\n1,javascript: x,similar: y,\n2,latency,cost,5\n')
    expect(told(csv)).toEqual([
      ['not-executed', 2, 'javascript'],
      ['check-unknown', 2, 'similar'],
      ['check-unknown', 3, 'cost'],
    ])
    const lines = await taken('{"a":1,"__expected":"is-json"}\n{"a":2,"__expected":"ruby: x"}\n', 'cases.jsonl')
    expect(told(lines)).toEqual([['not-executed', 2, 'ruby']])
  })

  it('that no check can carry are named', async () => {
    const recognition = await taken(
      'a,__description,__prefix,__suffix,__metric,__threshold,__metadata:owner,__config:__expected:weight,__expected\n1,d,p,s,m,1,ada,2,x',
    )
    expect(told(recognition)).toEqual(
      ['__prefix', '__suffix', '__metric', '__threshold', '__config:__expected:weight'].map((what) => ['not-carried', null, what]),
    )
    const [row] = rowsOf(recognition)
    expect(row).toMatchObject({ expected: 'x', metadata: { description: 'd', owner: 'ada' } })
  })
})
