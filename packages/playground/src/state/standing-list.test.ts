import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EMPTY_CELL } from './cell.ts'
import type { EnhancedPrompt } from './prompt.ts'
import { inputsHash } from './provenance.ts'
import { createRowEntry, outputOf } from './row-entry.ts'
import { createStandingList } from './standing-list.ts'
import { type Basis, createStandings } from './standing.ts'

const prompt = (text: string): EnhancedPrompt => ({
  sessionId: 's',
  mode: 'chat',
  messages: [{ id: 'm', role: 'user', content: text }],
  llmConfig: { model: 'm' },
  templateFormat: 'curly',
  variables: [],
})
const NOTHING: readonly string[] = []
const NAMED: readonly string[] = ['name']
/** As the atoms make them: one object for a wording. */
const BASES: readonly Basis[] = ['', 'one', 'two', 'three'].flatMap((text) =>
  [NOTHING, NAMED].flatMap((required) =>
    [false, true].map((isBroken) => ({
      variantId: 'A',
      prompt: prompt(text),
      promptHash: `hash of ${text}`,
      settingsHash: 's',
      required,
      isBroken,
    })),
  ),
)

function entriesOf(count: number) {
  const rows = Array.from({ length: count }, (_, index) => ({ id: `r${index}`, data: index % 2 === 0 ? { name: 'x' } : {}, history: [] }))
  return new Map(rows.map((row) => [row.id, createRowEntry(row)]))
}

const step = fc.oneof(
  fc.record({ kind: fc.constant('word' as const), basis: fc.nat({ max: BASES.length - 1 }) }),
  fc.record({ kind: fc.constant('answer' as const), row: fc.nat({ max: 4 }), basis: fc.nat({ max: BASES.length - 1 }) }),
  fc.record({ kind: fc.constant('drop' as const), row: fc.nat({ max: 4 }) }),
)

describe('the list of standings', () => {
  it('says what a look at every row would say', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const entries = entriesOf(5)
        const list = createStandingList(entries, createStandings())
        let basis = BASES[0]
        let outcomes = 0
        let ids: readonly string[] = [...entries.keys()]
        for (const one of steps) {
          if (one.kind === 'word') basis = BASES[one.basis]
          else if (one.kind === 'drop') ids = ids.filter((id) => id !== `r${one.row}`)
          else {
            const entry = entries.get(`r${one.row}`)
            const made = BASES[one.basis]
            if (entry === undefined || made === undefined) continue
            const { promptHash, settingsHash } = made
            const provenance = { promptHash, settingsHash, inputsHash: inputsHash(made.prompt, entry.row) }
            outputOf(entry, 'A').cells.tell([{ ...EMPTY_CELL, state: 'done', provenance }], () => undefined)
            outcomes++
          }
          const bases = basis === undefined ? [] : [basis]
          const fresh = createStandings()
          const looked = ids.flatMap((id) =>
            bases.flatMap((each) => fresh(entries.get(id) ?? createRowEntry({ id, data: {}, history: [] }), each)),
          )
          expect(list({ outcomes, revision: 0, ids, bases })).toEqual(looked)
        }
      }),
    )
  })

  it('looks at no row while words are typed that no answer was made from', () => {
    const entries = entriesOf(3)
    const standingOf = createStandings()
    let looks = 0
    const list = createStandingList(entries, (entry, basis) => {
      looks++
      return standingOf(entry, basis)
    })
    const rest = { outcomes: 0, revision: 0, ids: [...entries.keys()] }
    const worded = (text: string): readonly Basis[] =>
      BASES.filter(({ promptHash, required, isBroken }) => promptHash === `hash of ${text}` && required === NOTHING && !isBroken)
    const before = list({ ...rest, bases: worded('one') })
    expect(looks).toBe(3)
    expect(list({ ...rest, bases: worded('two') })).toBe(before)
    expect(list({ ...rest, bases: worded('three') })).toBe(before)
    expect(looks).toBe(3)
    expect(list({ ...rest, bases: worded('') }).some(({ canRun }) => canRun)).toBe(false)
    expect(looks).toBe(6)
  })
})
