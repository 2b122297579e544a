import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { yamlText } from './yaml-text.ts'

describe('yamlText', { timeout: 30_000 }, () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.stringMatching(/^[ \t\n\r:#\-?[\]{}&*!|>'"%@`a]{0,10}$/),
    fc.string({ unit: 'binary' }),
  )

  it('is read as what was written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(text), fc.dictionary(text, text, { noNullPrototype: true }), async (list, record) => {
        const value = { list, record, nested: [{ list }, [list]] }
        expect(parse(await yamlText(value))).toEqual(value)
      }),
      { numRuns: 300 },
    )
  })

  it.each(['2026-05-01', 'yes', 'no', 'on', '007', '0o7', '1_000', '12:30:45', '1e3', 'null', '~', 'true', '.inf', '<<'])(
    'writes the text %s so that older readers see a text',
    async (value) => {
      expect((await yamlText({ value })).trim()).toMatch(/^value: ["']/)
    },
  )

  it('writes lines as lines', async () => {
    expect(await yamlText({ raw: 'one\n  two\nthree' })).toBe('raw: |-\n  one\n    two\n  three\n')
  })

  it('writes the same thing twice, without names for it', async () => {
    const same = { a: 1 }
    expect(await yamlText({ one: same, two: same })).toBe('one:\n  a: 1\ntwo:\n  a: 1\n')
  })
})
