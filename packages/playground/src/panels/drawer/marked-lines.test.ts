import { describe, expect, it } from 'vitest'
import { jsonLines } from './json-lines.ts'
import { markedLines } from './marked-lines.ts'

const marked = (value: unknown, name = 'usage'): readonly string[] => {
  const lines = jsonLines(JSON.stringify(value), new Set()) ?? []
  const [first, last] = markedLines(lines, name) ?? [0, -1]
  return lines.slice(first, last + 1).map(({ pieces }) => pieces.map(({ text }) => text).join(''))
}

describe('markedLines', () => {
  const long = 'a text that is long enough to keep all of this from one line of its own'

  it('are the line on which a short value stands', () => {
    expect(marked({ id: long, usage: { prompt_tokens: 12 }, more: long })).toEqual(['"usage": {"prompt_tokens": 12},'])
  })

  it('go from the opening to the closing of a long value', () => {
    const lines = marked({ id: 1, usage: { prompt_tokens: 12, details: { said: long, cached_tokens: 3 } }, more: long })
    expect(lines[0]).toBe('"usage": {')
    expect(lines.at(-1)).toBe('},')
    expect(lines.join('')).toContain('"cached_tokens": 3')
    expect(lines.join('')).not.toContain('"more"')
  })

  it('are those of a value deep inside, and of the first of several', () => {
    expect(marked({ response: { id: long, usage: { total: 1 } }, usage: { total: 2 }, more: long })).toEqual(['"usage": {"total": 1}'])
  })

  it('are none where a text only looks like the name', () => {
    expect(marked({ id: long, text: 'usage' })).toEqual([])
    expect(marked({ id: long, values: ['usage', long] })).toEqual([])
  })
})
