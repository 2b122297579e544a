import { loadFormat } from '@vitrine/templating'
import { describe, expect, it } from 'vitest'
import type { Check } from '../../../checks/check.ts'
import type { ExportSource } from '../export-source.ts'
import { fakeRow, fakeSource, fakeVariant } from '../fake-export-source.ts'
import { createLossList } from '../loss.ts'
import { testContext, testsOf } from './tests-of.ts'

await loadFormat('jinja2')

function written(source: Partial<ExportSource>) {
  const losses = createLossList()
  const whole = fakeSource(source)
  const tests = testsOf(whole, testContext(whole), losses)
  return [tests, losses.all().map(({ code, values }) => [code, ...Object.values(values)].join(' '))]
}
const prompt = (content: string) => [fakeVariant({ messages: [{ role: 'user', content }] })]
const checked = (check: Check, expected?: string) =>
  written({ columns: [], rows: [fakeRow('1', {}, { checks: [check], ...(expected === undefined ? {} : { expected }) })] })

describe('the values of a test', () => {
  it('are structures where a prompt reaches into them, and lists stay one value', () => {
    const rows = [fakeRow('1', { who: '{"name": "Ann"}', list: '["a", "b"]', text: '["c"]' })]
    expect(written({ columns: ['who', 'list', 'text'], variants: prompt('{{who.name}} {{list.0}} {{text}}'), rows })).toEqual([
      [{ vars: { who: { name: 'Ann' }, list: ['a', 'b'], text: '["c"]' }, options: { disableVarExpansion: true } }],
      [],
    ])
  })

  it('keep their last line end, of which one is cut', () => {
    expect(written({ rows: [fakeRow('1', { text: 'a\n' })] })[0]).toEqual([{ vars: { text: 'a\n\n' } }])
  })

  it('lack those that ask for the environment', () => {
    expect(written({ rows: [fakeRow('1', { text: 'x {{ env.KEY }}' })] })).toEqual([[{ vars: {} }], ['value-is-template 1']])
  })
})

describe('the assertions of a test', () => {
  it.each<readonly [Check, string | undefined, object]>([
    [{ type: 'contains', value: '{{text}} {% x' }, undefined, { type: 'contains', value: "{{text}} {{ '{' }}% x" }],
    [{ type: 'regex', pattern: '\\d{2}' }, undefined, { type: 'regex', value: '\\d{2}' }],
    [{ type: 'equals' }, '{{text}}', { type: 'equals', value: "{{ '{' }}{text}}" }],
    [{ type: 'rubric', rubric: 'Is {{text}} said?' }, undefined, { type: 'llm-rubric', value: 'Is {{text}} said?' }],
  ])('say %j with %j', (check, expected, assert) => {
    expect(checked(check, expected)).toEqual([[{ vars: {}, assert: [assert] }], []])
  })

  it.each<Check>([
    { type: 'contains', value: '{{user-id}}' },
    { type: 'contains', value: '{{env.KEY}}' },
    { type: 'regex', pattern: 'a{{2}}' },
    { type: 'matches-schema', schema: { const: '{{text}}' } },
  ])('have no words for %j', (check) => {
    expect(checked(check)).toEqual([[{ vars: {} }], [`check-not-written ${check.type} 1`]])
  })

  it('compare by value where every model is asked for JSON', () => {
    const rows = [fakeRow('1', {}, { expected: '{"a": 1}', checks: [{ type: 'equals' }] })]
    const asking = (type: 'text' | 'json_object') => fakeVariant({ llmConfig: { model: 'm', responseFormat: { type } } })
    const valuesOf = (variants: ExportSource['variants']) => written({ columns: [], rows, variants })[0]
    expect(valuesOf([asking('json_object')])).toEqual([{ vars: {}, assert: [{ type: 'equals', value: { a: 1 } }] }])
    expect(valuesOf([asking('json_object'), asking('text')])).toEqual([{ vars: {}, assert: [{ type: 'equals', value: '{"a": 1}' }] }])
  })
})
