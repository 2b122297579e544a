import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LONGEST_RUN, splitRuns } from './split-runs.ts'

describe('splitRuns', () => {
  it.each(['', 'a short text', 'words '.repeat(10_000)])('leaves a text without long runs in one piece', (text) => {
    expect(splitRuns(text)).toEqual([text])
  })

  it('cuts long runs of anything unbroken, blanks too, and only those', () => {
    const text = `before ${'x'.repeat(1000)} between${' '.repeat(600)}after`
    expect(splitRuns(text).map(({ length }) => length)).toEqual([7, 512, 488, 8, 512, 88, 5])
  })

  it('keeps characters of two units whole', () => {
    const pieces = splitRuns(`x${'😀'.repeat(600)}`)
    expect(pieces.every((piece) => !/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(piece))).toBe(true)
  })

  it('loses nothing, and leaves no run longer than the bound', () => {
    const texts = fc.array(
      fc.oneof(
        fc.string(),
        fc.integer({ min: 0, max: 2000 }).map((count) => 'ab😀 '.charAt(count % 4).repeat(count)),
      ),
    )
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.join('')
        const pieces = splitRuns(text)
        expect(pieces.join('')).toBe(text)
        for (const piece of pieces) expect(/\S{513}|\s{513}/.test(piece)).toBe(false)
      }),
    )
    expect(LONGEST_RUN).toBe(512)
  })

  it('takes time in proportion to the text', () => {
    const text = `${'a'.repeat(300_000)} ${' '.repeat(300_000)}`.repeat(3)
    expect(splitRuns(text).join('')).toBe(text)
  })
})
