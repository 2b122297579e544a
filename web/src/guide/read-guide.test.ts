import { describe, expect, it } from 'vitest'
import { readGuide } from './read-guide.ts'

describe('readGuide', () => {
  it('reads titles, text, names of controls and code', () => {
    expect(readGuide('# First\n\nPress **Run** in `a*b`.\n')).toEqual([
      { kind: 'title', words: [{ kind: 'plain', text: 'First' }] },
      {
        kind: 'text',
        words: [
          { kind: 'plain', text: 'Press ' },
          { kind: 'control', text: 'Run' },
          { kind: 'plain', text: ' in ' },
          { kind: 'code', text: 'a*b' },
          { kind: 'plain', text: '.' },
        ],
      },
    ])
  })

  it('keeps steps together, and their numbers across a picture', () => {
    const blocks = readGuide('1. One\n2. Two\n\n![A grid](pictures/page-grid.webp)\n\n3. Three')
    expect(blocks.map(({ kind }) => kind)).toEqual(['steps', 'picture', 'steps'])
    expect(blocks[0]).toMatchObject({ first: 1, steps: [{ length: 1 }, { length: 1 }] })
    expect(blocks[1]).toEqual({ kind: 'picture', words: 'A grid', path: 'pictures/page-grid.webp' })
    expect(blocks[2]).toMatchObject({ first: 3 })
  })

  it('reads nothing out of nothing', () => expect(readGuide('\n \n')).toEqual([]))
})
