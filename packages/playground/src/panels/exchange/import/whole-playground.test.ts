import fc from 'fast-check'
import type { Message } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { exportAs } from '../../../exchange/export/registry.ts'
import { fakeSource } from '../../../exchange/export/fake-export-source.ts'
import { bareRecord } from '../../../exchange/data/json-object.ts'
import { recognise } from '../../../exchange/import/recognise.ts'
import { autoMap } from '../../../exchange/mapping/auto-map.ts'
import { place } from '../../../exchange/mapping/place.ts'
import { encodeLink } from '../../../exchange/link/encode-link.ts'
import { LINK_PREFIX } from '../../../exchange/link/link-prefix.ts'
import { readLink } from '../../../exchange/link/read-link.ts'
import { createPlaygroundState } from '../../../state/create-state.ts'
import type { KeptConversation } from '../../../state/kept-conversation.ts'
import type { PlaygroundSnapshot } from '../../../state/snapshot.ts'
import { importedOf } from './imported-of.ts'

function stateOf(initial: PlaygroundSnapshot) {
  let last = 0
  return createPlaygroundState({ clock: () => 0, ids: () => `id${(last += 1)}`, initial })
}

const text = fc.string({ minLength: 1, maxLength: 12 })
const name = fc.oneof(fc.constantFrom('__proto__', 'a', '<b>'), text)
const messages = fc.array(fc.record({ role: fc.constantFrom('user' as const, 'system' as const), content: text }), {
  minLength: 1,
  maxLength: 3,
})
const llmConfig = fc.record({ model: text, temperature: fc.integer({ min: 0, max: 2 }) })
const data = fc
  .uniqueArray(fc.tuple(name, text), { selector: ([key]) => key, minLength: 1, maxLength: 4 })
  .map((entries) => bareRecord(entries))
const said: fc.Arbitrary<Message> = fc.record({ role: fc.constantFrom('user' as const, 'assistant' as const), content: text })
const versions = fc.array(fc.record({ message: said, llmConfig }, { requiredKeys: ['message'] }), { minLength: 1, maxLength: 3 })
const fingerprint = fc.constantFrom('', '00ff', 'a1')
/** A conversation and what is known of it, over as many variants and rows as there are. */
const conversations = (variants: number, rows: number) =>
  fc.array(said, { minLength: 1, maxLength: 4 }).chain((history) =>
    fc.record({
      history: fc.constant(history),
      conversation: fc.option(
        fc.record<KeptConversation>(
          {
            turns: fc.uniqueArray(
              fc.record({ at: fc.nat(history.length - 1), versions, answered: fingerprint }, { requiredKeys: ['at', 'versions'] }),
              {
                selector: ({ at }) => at,
                minLength: 1,
                maxLength: 2,
              },
            ),
            answers: fc.uniqueArray(
              fc.record(
                { variant: fc.nat(variants - 1), wording: fingerprint, versions, shown: fc.constant(0) },
                { requiredKeys: ['variant', 'wording', 'versions'] },
              ),
              { selector: ({ variant, wording }) => `${variant} ${wording}`, minLength: 1, maxLength: 3 },
            ),
            chosen: fc.nat(variants - 1),
            source: fc.nat(rows - 1),
          },
          { requiredKeys: ['turns'] },
        ),
        { nil: undefined },
      ),
    }),
  )
const snapshots = fc
  .record({
    mode: fc.constantFrom('completion' as const, 'chat' as const),
    templateFormat: fc.constantFrom('curly' as const, 'mustache' as const),
    variants: fc.array(fc.record({ messages, llmConfig }), { minLength: 1, maxLength: 6 }),
    kind: fc.constantFrom(
      { type: 'image' as const },
      { isHidden: true as const },
      { isShown: true as const },
      { type: 'json' as const, isHidden: true as const },
      { place: 1 },
      { type: 'number' as const, isShown: true as const, place: 3 },
    ),
    empty: fc.constantFrom([], [{ name: 'no row holds it', type: 'json' as const, place: 0 }]),
    rows: fc.array(fc.record({ data, expected: text, metadata: data, marks: fc.constantFrom({}, { isDisabled: true as const }) }), {
      minLength: 1,
      maxLength: 4,
    }),
  })
  .chain((parts) =>
    fc
      .array(fc.option(conversations(parts.variants.length, parts.rows.length), { nil: undefined }), {
        minLength: parts.rows.length,
        maxLength: parts.rows.length,
      })
      .map((talks) => Object.assign({}, parts, { talks })),
  )
  .map(({ mode, templateFormat, variants, kind, empty, rows, talks }): PlaygroundSnapshot => {
    const [first, ...others] = variants
    const [column = 'a'] = Object.keys(rows[0]?.data ?? {})
    return {
      v: 1,
      mode,
      prompt: { messages: first?.messages ?? [], llmConfig: first?.llmConfig ?? { model: 'm' }, templateFormat },
      variants: others,
      columns: [{ name: column, ...kind }, ...empty],
      checks: [{ type: 'is-json' }],
      rows: rows.map(({ marks, ...row }, index) => {
        const { history, conversation } = talks[index] ?? {}
        return Object.assign(row, marks, history && { history }, conversation && { conversation })
      }),
    }
  })

/** What another playground is after it took a file in the place of everything. */
async function afterImport(kind: 'snapshot' | 'report', snapshot: PlaygroundSnapshot) {
  const state = stateOf({
    v: 1,
    mode: 'completion',
    prompt: { messages: [{ role: 'user', content: 'mine' }], llmConfig: { model: 'mine' }, templateFormat: 'curly' },
    columns: [{ name: 'a', type: 'number' }],
    rows: [{ data: { a: '1' } }],
  })
  const { text: content, fileName } = await exportAs(kind, fakeSource({ snapshot }))
  const recognition = await recognise({ name: fileName, content })
  if (!recognition.ok) throw new Error(JSON.stringify(recognition.problems))
  const placed = place({ columns: [], rows: [] }, recognition, autoMap(recognition, []), 'replace')
  state.applyImport(importedOf(placed, { model: 'mine' }))
  return state
}

describe.each(['snapshot', 'report'] as const)('a whole playground by way of a %s', (kind) => {
  it('is there again, variants, columns and rows that are kept included, as one step to undo', async () => {
    await fc.assert(
      fc.asyncProperty(snapshots, async (snapshot) => {
        const state = await afterImport(kind, snapshot)
        const others = state.snapshot().columns?.filter(({ type, place: at }) => type !== 'number' || at !== undefined)
        expect({ ...state.snapshot(), columns: others }).toEqual(stateOf(snapshot).snapshot())
        state.undo.undo()
        expect(state.snapshot().prompt.llmConfig.model).toBe('mine')
      }),
      { numRuns: 60 },
    )
  })
})

describe('a whole playground', () => {
  it('is there again after a snapshot was loaded, and says the same of itself', () => {
    fc.assert(
      fc.property(snapshots, (snapshot) => {
        const first = stateOf(snapshot)
        const second = stateOf({ ...snapshot, rows: [{ data: {} }], variants: [], columns: [], checks: [] })
        second.load(JSON.parse(JSON.stringify(first.snapshot())) as PlaygroundSnapshot)
        expect(second.snapshot()).toEqual(first.snapshot())
        // A turn has its places in the order of its messages, whatever order they came in.
        const turnsOf = ({ rows }: PlaygroundSnapshot) =>
          rows.map(({ conversation }) => conversation?.turns?.toSorted((one, other) => one.at - other.at))
        expect(turnsOf(first.snapshot())).toEqual(turnsOf(snapshot))
        const besides = ({ rows }: PlaygroundSnapshot) =>
          rows.map(({ conversation }) => [conversation?.answers, conversation?.chosen, conversation?.source])
        expect(besides(first.snapshot())).toEqual(besides(snapshot))
      }),
      { numRuns: 100 },
    )
  })
  it('goes by a link as far as one carries it', async () => {
    await fc.assert(
      fc.asyncProperty(snapshots, async (given) => {
        const snapshot = stateOf(given).snapshot()
        const link = await encodeLink(snapshot)
        fc.pre(link.ok)
        const reading = await readLink(link.fragment.slice(LINK_PREFIX.length))
        if (!reading.ok) throw new Error(JSON.stringify(reading.problems))
        expect([stateOf(reading.snapshot).snapshot(), reading.problems]).toEqual([snapshot, []])
      }),
      { numRuns: 40 },
    )
  })
})

describe('conversations of an import', () => {
  const answers = [0, 1].map((variant) => ({
    variant,
    wording: '',
    versions: [{ message: { role: 'assistant' as const, content: `${variant}` } }],
  }))
  const talk = (content: string) => [{ role: 'user' as const, content }]
  const snapshot: PlaygroundSnapshot = {
    v: 1,
    mode: 'chat',
    prompt: { messages: [], llmConfig: { model: 'a' }, templateFormat: 'curly' },
    variants: [{ messages: [], llmConfig: { model: 'b' } }],
    rows: [
      { data: {}, history: talk('one') },
      { data: {}, history: talk('two'), conversation: { answers, chosen: 1, source: 0 } },
    ],
  }
  it('come beside those that are there, with the variants that were taken', async () => {
    const state = stateOf({ ...snapshot, variants: [], rows: [{ data: {}, history: talk('mine') }] })
    const recognition = await recognise({ name: 'x.json', content: JSON.stringify(snapshot) })
    if (!recognition.ok) throw new Error(JSON.stringify(recognition.problems))
    const mine = state.store
      .get(state.rows.idsAtom)
      .map((id) => state.store.get(state.rows.rowAtom(id)))
      .filter((row) => row !== null)
    const placed = place({ columns: [], rows: mine }, recognition, { ...autoMap(recognition, []), variants: [1] }, 'append')
    state.applyImport(importedOf(placed, { model: 'mine' }))
    expect(state.snapshot().rows.map(({ conversation }) => conversation)).toEqual([
      undefined,
      undefined,
      { answers: [{ ...answers[1], variant: 0 }], chosen: 0, source: 1 },
    ])
    state.undo.undo()
    expect(state.snapshot().rows).toHaveLength(1)
  })
})
