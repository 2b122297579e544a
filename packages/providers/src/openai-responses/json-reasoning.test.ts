import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { JsonReasoning, renderReasoning, type ReasonedPiece } from './json-reasoning.ts'

const reasoned = (fields: object = {}): string =>
  JSON.stringify({ reasoning: 'compare', next_speaker: 'model', answer: 'Tuesday', ...fields })

function rendered(...deltas: readonly string[]): readonly ReasonedPiece[] {
  const reader = new JsonReasoning()
  return [...deltas.flatMap((delta) => reader.push(delta)), ...reader.flush()]
}

const joined = (pieces: readonly ReasonedPiece[], kind: ReasonedPiece['kind'] = 'text'): string =>
  pieces.map((piece) => (piece.kind === kind ? piece.text : '')).join('')

describe('REQ-003 reasoning that is written as JSON into the text', () => {
  const expected = [
    { kind: 'thinking', text: 'compare' },
    { kind: 'text', text: 'Tuesday' },
  ]

  it('is told apart from the answer', () => {
    expect(rendered(reasoned())).toEqual(expected)
    expect(rendered(`\n ${reasoned()}`)).toEqual(expected)
  })

  it('is told apart wherever the text is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 20 })), (sizes) => {
        const text = reasoned({ note: 'a } { "b" \\" c' })
        const deltas: string[] = []
        let start = 0
        for (const size of sizes) {
          deltas.push(text.slice(start, start + size))
          start += size
        }
        expect(rendered(...deltas, text.slice(start))).toEqual(expected)
      }),
    )
  })

  it('may have its answer under another name, as a value, or none', () => {
    expect(joined(rendered(reasoned({ answer: undefined, response: 'Monday' })))).toBe('Monday')
    expect(joined(rendered(reasoned({ answer: ['ver', 3, 'rc', 1] })))).toBe('ver 3 rc 1')
    expect(joined(rendered(reasoned({ answer: 0 })))).toBe('0')
    expect(rendered(reasoned({ answer: null }))).toEqual([{ kind: 'thinking', text: 'compare' }])
  })

  it('is followed by text, and by more of its kind', () => {
    expect(rendered(`${reasoned()} and ${reasoned()}`)).toMatchObject([...expected, { text: ` and ${reasoned()}` }])
    expect(rendered(reasoned() + reasoned())).toEqual([...expected, ...expected])
    expect(rendered('Well. ', reasoned())).toEqual([{ kind: 'text', text: 'Well. ' }, ...expected])
  })

  it.each([
    ['{"city":"Bern"}'],
    [reasoned({ next_speaker: undefined })],
    [reasoned({ reasoning: '' })],
    [reasoned({ reasoning: { a: 1 } })],
    ['{not json, reasoning next_speaker}'],
    ['plain text'],
    ['[1, 2]'],
    ['{}{}{}'],
    ['   '],
  ])('is text where it is none: %s', (text) => {
    expect(joined(rendered(text))).toBe(text)
    expect(joined(rendered(text), 'thinking')).toBe('')
  })

  it('EC6 is plain text where it is not complete', () => {
    const cut = reasoned().slice(0, -1)
    expect(rendered(cut)).toEqual([{ kind: 'text', text: cut }])
  })

  it('EC6 is not held back for ever', () => {
    const long = `{"reasoning":"${'q'.repeat(10_500)}`
    const reader = new JsonReasoning()
    expect(joined(reader.push(long))).toBe(long)
    expect(joined(reader.push('", "next_speaker": "user"}'))).toBe('", "next_speaker": "user"}')
    const other = new JsonReasoning()
    const object = `{"city":"${'B'.repeat(300)}`
    expect(joined(other.push(object))).toBe(object)
  })

  it('loses nothing of any text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom('{', '}', '"', '\\', ' ', 'a', '\n') })), (deltas) => {
        expect(joined(rendered(...deltas))).toBe(deltas.join(''))
      }),
    )
  })

  it('renders a whole text as a function of it alone', () => {
    expect(renderReasoning(reasoned())).toEqual(expected)
    expect(renderReasoning('x')).toEqual([{ kind: 'text', text: 'x' }])
    expect(renderReasoning('')).toEqual([])
  })

  it('reads many small objects without going deep', () => {
    const text = '{}'.repeat(50_000)
    expect(joined(rendered(text))).toBe(text)
  })
})
