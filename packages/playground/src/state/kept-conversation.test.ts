import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Message } from '@vitrine/contracts'
import { type ConversationMemory, looseKey, NO_MEMORY, type TurnVersion } from './conversation-memory.ts'
import { forVariants, fromKept, type Places, toKept } from './kept-conversation.ts'

const PLACES: Places = { messages: ['m1', 'm2', 'm3'].map((id) => ({ id })), variantIds: ['a', 'b'], rowIds: ['r1', 'r2', 'r3'] }
const said = (content: string): TurnVersion => ({ message: { role: 'assistant', content }, settings: null })

const message: fc.Arbitrary<Message> = fc.record({ role: fc.constant('assistant' as const), content: fc.string() })
const version: fc.Arbitrary<TurnVersion> = fc.record({ message, settings: fc.option(fc.record({ model: fc.string() })) })
const versions = fc.array(version, { minLength: 1, maxLength: 3 })
const wording = fc.constantFrom('', 'ff', '0123')
const ids = (names: readonly string[]) => fc.uniqueArray(fc.constantFrom(...names))
const mapOf = <Value>(keys: fc.Arbitrary<string[]>, value: fc.Arbitrary<Value>) =>
  keys.chain((held) =>
    fc
      .array(value, { minLength: held.length, maxLength: held.length })
      .map((all) => new Map(held.map((key, at) => [key, all[at] as Value]))),
  )

const memories: fc.Arbitrary<ConversationMemory> = fc.record({
  versions: mapOf(ids(['m1', 'm2', 'm3']), versions),
  wordings: mapOf(ids(['m1', 'm2', 'm3']), wording),
  loose: fc
    .array(fc.record({ variantId: fc.constantFrom('a', 'b'), wording, versions, shown: fc.constantFrom(null, 0) }), { maxLength: 4 })
    .map((all) => new Map(all.map((one) => [looseKey(one.variantId, one.wording), one]))),
  chosen: fc.constantFrom(null, 'a', 'b'),
  source: fc.constantFrom(null, 'r1', 'r3'),
})

describe('what is known of a conversation', () => {
  it('comes back whole, whatever is known', () => {
    fc.assert(
      fc.property(memories, (memory) => {
        const kept = JSON.parse(JSON.stringify(toKept(memory, PLACES) ?? {})) as NonNullable<ReturnType<typeof toKept>>
        expect(fromKept(kept, PLACES)).toEqual(memory)
      }),
    )
  })
  it('is nothing where nothing is known, or only of what is gone', () => {
    expect(toKept(undefined, PLACES)).toBeUndefined()
    expect(toKept(NO_MEMORY, PLACES)).toBeUndefined()
    const gone: ConversationMemory = {
      versions: new Map([['m9', [said('x')]]]),
      wordings: new Map([['m9', 'ff']]),
      loose: new Map([['z ff', { variantId: 'z', wording: 'ff', versions: [said('x')], shown: null }]]),
      chosen: 'z',
      source: 'r9',
    }
    expect(toKept(gone, PLACES)).toBeUndefined()
  })
  it('finds its place among others', () => {
    const memory = { ...NO_MEMORY, versions: new Map([['m2', [said('x')]]]), chosen: 'b', source: 'r1' }
    const kept = toKept(memory, PLACES)
    expect(kept).toEqual({ turns: [{ at: 1, versions: [{ message: said('x').message }] }], chosen: 1, source: 0 })
    const elsewhere: Places = { messages: ['n1', 'n2'].map((id) => ({ id })), variantIds: ['x', 'y'], rowIds: ['q'] }
    expect(kept && fromKept(kept, elsewhere)).toEqual({ ...NO_MEMORY, versions: new Map([['n2', [said('x')]]]), chosen: 'y', source: 'q' })
  })
  it('passes over places at which nothing is', () => {
    const kept = { turns: [{ at: 7, answered: 'ff' }], answers: [{ variant: 4, wording: '', versions: [] }], chosen: 4, source: 9 }
    expect(fromKept(kept, PLACES)).toEqual(NO_MEMORY)
  })
  it('of variants goes with those that are taken', () => {
    const answers = [0, 1, 2].map((variant) => ({ variant, wording: 'ff', versions: [] }))
    expect(forVariants({ turns: [{ at: 0, answered: '' }], answers, chosen: 2 }, [2, 0])).toEqual({
      turns: [{ at: 0, answered: '' }],
      answers: [
        { ...answers[0], variant: 1 },
        { ...answers[2], variant: 0 },
      ],
      chosen: 0,
    })
    expect(forVariants({ answers, chosen: 1, source: 3 }, [])).toEqual({ source: 3 })
  })
})
