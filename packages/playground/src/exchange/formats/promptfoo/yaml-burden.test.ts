import { describe, expect, it } from 'vitest'
import { MAX_YAML_VALUES, yamlBurden } from './yaml-burden.ts'

describe('the burden of a YAML text', () => {
  it.each([
    ['a configuration', 'prompts:\n  - Say {{a}}\ntests:\n  - vars: {a: [1, 2]}\n    assert: [{type: is-json}]\n'],
    ['braces in a text that never close', `prompts: ["x ${'{{ a '.repeat(100_000)}"]`],
    ['a line of dashes', `a: |\n  ${'-'.repeat(5000)}\n`],
    ['prose', `a: |\n${'  Well, "so" it is: a text - of some length; and it goes on.\n'.repeat(5000)}`],
    ['many lists that close', `a: [${'[1], {b: [2]}, '.repeat(20_000)}]`],
    ['nothing', ''],
  ])('is bearable of %s', (_, text) => {
    expect(yamlBurden(text)).toBeNull()
  })

  it.each([
    ['lists in lists', `a: 1\nb: ${'['.repeat(5000)}`, 2],
    ['lists in lists with items', `a: ${'[1, '.repeat(5000)}`, 1],
    ['mappings in mappings', `a: ${'{b: '.repeat(5000)}`, 1],
    ['lists in lists over lines', `a: 1\n${'[\n'.repeat(5000)}`, 1002],
    ['dashes behind dashes', `a:\n  ${'- '.repeat(200)}x`, 2],
    ['questions behind questions', `${'? '.repeat(200)}x`, 1],
    ['levels below levels', Array.from({ length: 1200 }, (_, level) => `${' '.repeat(level)}a:`).join('\n'), 1002],
  ])('is too deep of %s', (_, text, line) => {
    expect(yamlBurden(text)).toEqual({ kind: 'depth', line })
  })

  it('is too much of more values than there may be', () => {
    expect(yamlBurden(`a: [${'1,'.repeat(MAX_YAML_VALUES + 1)}]`)).toEqual({ kind: 'values' })
    expect(yamlBurden(`a:\n${'- 1\n'.repeat(MAX_YAML_VALUES)}`)).toEqual({ kind: 'values' })
  })
})
