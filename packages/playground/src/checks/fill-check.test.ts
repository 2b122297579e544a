import { describe, expect, it } from 'vitest'
import { CHECK_TYPES, type Check } from './check.ts'
import { fillCheck } from './fill-check.ts'
import { EVALUATORS } from './registry.ts'
import { runChecks } from './run-checks.ts'
import { sampleEvaluation } from './sample-evaluation.ts'

describe('a check’s templates', () => {
  const inputs = { name: 'Ada', user: { city: 'Cairns' }, sly: '{{name}} $& $1' }

  it.each([
    [
      { type: 'equals', value: 'Hi {{name}}' },
      { type: 'equals', value: 'Hi Ada' },
    ],
    [
      { type: 'contains', value: '{{user.city}}' },
      { type: 'contains', value: 'Cairns' },
    ],
    [
      { type: 'not-contains', value: '{{ sly }}' },
      { type: 'not-contains', value: '{{name}} $& $1' },
    ],
    [
      { type: 'icontains', value: '{{{{name}}}}' },
      { type: 'icontains', value: '{{name}}' },
    ],
    [
      { type: 'regex', pattern: '^{{name}}\\d{2,3}$', flags: 'i' },
      { type: 'regex', pattern: '^Ada\\d{2,3}$', flags: 'i' },
    ],
    [
      { type: 'rubric', rubric: 'Greets {{name}}', threshold: 0.5 },
      { type: 'rubric', rubric: 'Greets Ada', threshold: 0.5 },
    ],
    [
      { type: 'matches-schema', schema: { properties: { '{{name}}': { const: '{{user.city}}', maxLength: 9 } } } },
      { type: 'matches-schema', schema: { properties: { Ada: { const: 'Cairns', maxLength: 9 } } } },
    ],
    [
      { type: 'matches-schema', schema: false },
      { type: 'matches-schema', schema: false },
    ],
    [{ type: 'equals' }, { type: 'equals' }],
    [
      { type: 'max-tokens', maxTokens: 3 },
      { type: 'max-tokens', maxTokens: 3 },
    ],
    [
      { type: 'unknown', name: 'javascript', source: '{{name}}' },
      { type: 'unknown', name: 'javascript', source: '{{name}}' },
    ],
  ] as const satisfies readonly (readonly [Check, Check])[])('are filled with the row: %j', (check, filled) => {
    expect(fillCheck(check, inputs)).toEqual({ ok: true, check: filled })
  })

  it('name all that is missing', () => {
    const checks: readonly Check[] = [
      { type: 'equals', value: '{{b}} {{a}}' },
      { type: 'matches-schema', schema: { title: '{{b}}', description: '{{a}}' } },
    ]
    for (const check of checks) {
      expect(fillCheck(check, inputs)).toMatchObject({ ok: false, problem: { code: 'missing_variables', names: ['a', 'b'] } })
    }
  })
})

describe('the checks of an answer', () => {
  it('are evaluated each for itself, in their order', async () => {
    const results = await runChecks(
      [
        { type: 'contains', value: '{{city}}' },
        { type: 'contains', value: '{{country}}' },
        { type: 'is-json' },
        { type: 'regex', pattern: 'C.{4}s' },
        { type: 'regex', pattern: '(' },
        { type: 'matches-schema', schema: true },
        { type: 'max-cost', maxCostUsd: 1 },
      ],
      { city: 'Cairns' },
      sampleEvaluation({ text: 'In Cairns.' }),
    )
    expect(results.map(({ outcome, reason: { code } }) => [outcome, code])).toEqual([
      ['pass', 'found'],
      ['error', 'template'],
      ['fail', 'not-json'],
      ['pass', 'matched'],
      ['error', 'bad-pattern'],
      ['fail', 'not-json'],
      ['unknown', 'not-reported'],
    ])
  })
})

describe('the registry', () => {
  it('knows every kind', () => {
    expect(Object.keys(EVALUATORS).toSorted()).toEqual([...CHECK_TYPES].toSorted())
  })
})
