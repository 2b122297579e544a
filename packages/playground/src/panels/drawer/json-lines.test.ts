import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CodeLine, jsonLines } from './json-lines.ts'

const none: ReadonlySet<number> = new Set()
const written = (lines: readonly CodeLine[] | null) =>
  lines?.map(({ indent, pieces }) => '  '.repeat(indent) + pieces.map(({ text }) => text).join('')).join('\n')

describe('jsonLines', () => {
  it('keeps what is short on one line and indents the rest', () => {
    const body = {
      model: 'm',
      messages: [
        { role: 'user', content: 'x'.repeat(60) },
        { role: 'user', content: 'y' },
      ],
      stream: true,
    }
    expect(written(jsonLines(JSON.stringify(body), none))).toBe(
      `{
  "model": "m",
  "messages": [
    {
      "role": "user",
      "content": "${'x'.repeat(60)}"
    },
    {"role": "user", "content": "y"}
  ],
  "stream": true
}`,
    )
  })
  it('means the same as the text, whatever it is', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        const all = new Set(Array.from({ length: json.length }, (_, at) => at))
        expect(JSON.parse(written(jsonLines(json, all)) ?? '')).toEqual(JSON.parse(json))
      }),
    )
  })
  it('keeps every digit of a number', () => {
    expect(written(jsonLines('{"id": 12345678901234567890, "f": 1.0}', none))).toBe('{"id": 12345678901234567890, "f": 1.0}')
  })
  it('folds a long string until it is asked for', () => {
    const text = JSON.stringify({ content: 'a'.repeat(1000) })
    const folded = jsonLines(text, none)
      ?.flatMap(({ pieces }) => pieces)
      .find(({ kind }) => kind === 'folded')
    expect(folded).toMatchObject({ hidden: 1002 - 96 })
    const id = folded?.kind === 'folded' ? folded.id : -1
    expect(written(jsonLines(text, new Set([id])))).toContain('a'.repeat(1000))
  })
  it('tells names, values and signs apart', () => {
    expect(jsonLines('{"a": [1, "b", null]}', none)?.[0]?.pieces.map(({ kind }) => kind)).toEqual([
      'punctuation',
      'name',
      'punctuation',
      'punctuation',
      'value',
      'punctuation',
      'punctuation',
      'plain',
      'punctuation',
      'punctuation',
      'value',
      'punctuation',
      'punctuation',
    ])
  })
  it.each(['', 'nope', '{"a": ', '<html>'])('is nothing for %j, which is no JSON', (text) => {
    expect(jsonLines(text, none)).toBeNull()
  })
  it('writes what is empty without a line between', () => {
    expect(written(jsonLines('{"a": {}, "b": []}', none))).toBe('{"a": {}, "b": []}')
    expect(written(jsonLines('[]', none))).toBe('[]')
  })
})
