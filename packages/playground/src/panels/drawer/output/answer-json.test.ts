import { describe, expect, it } from 'vitest'
import { answerJson, entriesOf } from './answer-json.ts'

describe('answerJson', () => {
  it('reads objects and lists', () => {
    expect(answerJson(' {"a": [1]} ')).toEqual({ isJson: true, value: { a: [1] } })
    expect(answerJson('[]')).toEqual({ isJson: true, value: [] })
  })
  it.each(['', '12', '"a"', 'null', '{"a": ', '```json\n{}\n```', 'I think {"a": 1}'])('takes %j for text', (text) => {
    expect(answerJson(text)).toEqual({ isJson: false })
  })
})

describe('entriesOf', () => {
  it('names members and counts items', () => {
    expect(entriesOf({ a: 1 })).toEqual([{ name: 'a', value: 1 }])
    expect(entriesOf(['x'])).toEqual([{ name: '0', value: 'x' }])
    expect(entriesOf(JSON.parse('{"__proto__": 1}'))).toEqual([{ name: '__proto__', value: 1 }])
  })
  it.each([[null], [1], ['text'], [undefined]])('is nothing for %j', (value) => expect(entriesOf(value)).toBeNull())
})
