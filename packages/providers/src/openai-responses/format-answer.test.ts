import { expect, it } from 'vitest'
import { formatAnswer } from './format-answer.ts'

it.each<[unknown, string]>([
  ['text', 'text'],
  ['', ''],
  [[4, 1], '4.1'],
  [['gpt', 4.1], 'gpt 4.1'],
  [[], ''],
  [[[1, 2], [3]], '1,2 3'],
  [[{ a: 1 }, null], '{"a":1} null'],
  [2.5, '2.5'],
  [false, 'false'],
  [null, 'null'],
  [{ a: [1] }, '{"a":[1]}'],
])('REQ-003 writes %j as %s', (value, text) => {
  expect(formatAnswer(value)).toBe(text)
})
