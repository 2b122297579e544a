import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exportAs } from '../../../exchange/export/registry.ts'
import { fakeSource } from '../../../exchange/export/fake-export-source.ts'
import { bareRecord } from '../../../exchange/data/json-object.ts'
import { recognise } from '../../../exchange/import/recognise.ts'
import { autoMap } from '../../../exchange/mapping/auto-map.ts'
import { place } from '../../../exchange/mapping/place.ts'
import { createPlaygroundState } from '../../../state/create-state.ts'
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
  .map(({ mode, templateFormat, variants, kind, empty, rows }): PlaygroundSnapshot => {
    const [first, ...others] = variants
    const [column = 'a'] = Object.keys(rows[0]?.data ?? {})
    return {
      v: 1,
      mode,
      prompt: { messages: first?.messages ?? [], llmConfig: first?.llmConfig ?? { model: 'm' }, templateFormat },
      variants: others,
      columns: [{ name: column, ...kind }, ...empty],
      checks: [{ type: 'is-json' }],
      rows: rows.map(({ marks, ...row }) => ({ ...row, ...marks })),
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
