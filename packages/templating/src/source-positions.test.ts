import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SourcePositions } from './source-positions.ts'
import { positionAt } from './template-error.ts'

describe('SourcePositions', () => {
  it('counts lines that end in \\n, \\r\\n and \\r', () => {
    const positions = new SourcePositions('a\nb\r\nc\rd')
    expect([0, 2, 5, 7].map((offset) => positions.at(offset, 1))).toMatchObject([
      { line: 1, column: 1 },
      { line: 2, column: 1 },
      { line: 3, column: 1 },
      { line: 4, column: 1 },
    ])
  })

  it('says what positionAt says, whatever the order of the questions', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r', '😀') }), fc.array(fc.nat(12)), (source, offsets) => {
        const positions = new SourcePositions(source)
        for (const offset of offsets) expect(positions.at(offset, 2)).toEqual(positionAt(source, offset, 2))
      }),
    )
  })
})
