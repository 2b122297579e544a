import type { Say } from '../../../messages/use-text.ts'
import type { Expectation } from '../../../checks/schema/schema-violations.ts'

/** What a schema expects in a place, in words. */
export function expectedText(expected: Expectation, say: Say<'drawer'>): string {
  switch (expected.kind) {
    case 'type':
      return say('expectedType', { type: expected.type })
    case 'required':
      return say('expectedRequired', { name: expected.name })
    case 'noMore':
      return say('expectedNoMore', { name: expected.name })
    case 'enum':
      return say('expectedEnum', { values: expected.values })
    case 'const':
      return say('expectedConst', { value: expected.value })
    case 'pattern':
      return say('expectedPattern', { pattern: expected.pattern })
    case 'format':
      return say('expectedFormat', { format: expected.format })
    case 'bound':
      return say('expectedBound', { keyword: expected.keyword, value: expected.value })
    case 'rule':
      return say('expectedRule', { keyword: expected.keyword })
    default:
      return expected satisfies never
  }
}
