import { expect, it } from 'vitest'
import { ownNative } from './native-turn.ts'
import { createReportBuilder } from './settings-report.ts'

const items = [{ type: 'reasoning' }]

it('gives a dialect its own items, reports another’s, and says nothing where there are none', () => {
  const report = createReportBuilder()
  expect(ownNative({ role: 'assistant', native: { dialect: 'mine', items } }, 'mine', 'messages[0]', report)).toBe(items)
  expect(ownNative({ role: 'assistant' }, 'mine', 'messages[1]', report)).toBeNull()
  expect(ownNative({ role: 'assistant', native: { dialect: 'theirs', items: [], id: 'r' } }, 'mine', 'messages[1]', report)).toBeNull()
  expect(report.toReport({}).dropped).toEqual([])
  expect(ownNative({ role: 'assistant', native: { dialect: 'theirs', items } }, 'mine', 'messages[2]', report)).toBeNull()
  expect(report.toReport({}).dropped).toEqual([
    { name: 'messages[2].native', reason: 'this answer was written by another API (theirs), whose own items mine cannot carry' },
  ])
})
