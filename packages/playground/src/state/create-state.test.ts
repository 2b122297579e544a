import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EMPTY_CELL } from './cell.ts'
import { createPlaygroundState } from './create-state.ts'
import type { PlaygroundState } from './playground-state.ts'
import type { PlaygroundSnapshot } from './snapshot.ts'

const snapshot = (text: string, rows: readonly Record<string, string>[]): PlaygroundSnapshot => ({
  v: 1,
  mode: 'completion',
  prompt: { messages: [{ role: 'user', content: text }], llmConfig: { model: 'demo/echo' }, templateFormat: 'curly' },
  rows: rows.map((data) => ({ data })),
})

function stateOf(initial: PlaygroundSnapshot = snapshot('{{a}} {{b}}', [{ a: '1', b: '2' }, { a: '3' }])) {
  let now = 0
  let last = 0
  const state = createPlaygroundState({ clock: () => now, ids: () => `id-${++last}`, initial })
  return { state, wait: (ms: number) => void (now += ms) }
}
const ids = (state: PlaygroundState) => state.store.get(state.rows.idsAtom)
const idAt = (state: PlaygroundState, index: number) => ids(state)[index] ?? ''
const valuesOf = (state: PlaygroundState) =>
  ids(state).map((id) => Object.fromEntries(Object.entries(state.store.get(state.rows.rowAtom(id))?.data ?? {})))
const textOf = (state: PlaygroundState) => state.store.get(state.prompt.draftAtom).messages.map(({ content }) => content)

describe('the draft prompt', () => {
  it('derives its variables in order of first use', () => {
    const { state } = stateOf()
    expect(state.store.get(state.prompt.draftAtom).variables).toEqual(['a', 'b'])
    state.prompt.addMessage({ role: 'system', content: '{{c}} {{a}}' }, 0)
    expect(state.store.get(state.prompt.draftAtom).variables).toEqual(['c', 'a', 'b'])
  })

  it('ignores variables in a patch and makes no step of a patch that changes nothing', () => {
    const { state } = stateOf()
    state.prompt.patch({ variables: ['x'], mode: 'completion', llmConfig: { model: 'demo/echo' } })
    expect(state.store.get(state.prompt.draftAtom).variables).toEqual(['a', 'b'])
    expect(state.store.get(state.undo.canUndoAtom)).toBe(false)
  })

  it('keeps messages and values when the mode changes', () => {
    const { state } = stateOf()
    const before = valuesOf(state)
    state.prompt.patch({ mode: 'chat' })
    expect(state.store.get(state.prompt.draftAtom).mode).toBe('chat')
    expect(textOf(state)).toEqual(['{{a}} {{b}}'])
    expect(valuesOf(state)).toEqual(before)
    expect(state.store.get(state.undo.lastLabelAtom)).toBe('mode')
  })

  it('moves, duplicates and deletes messages, giving copies their own identity', () => {
    const { state } = stateOf(snapshot('one', [{}]))
    const two = state.prompt.addMessage({ role: 'assistant', content: 'two' })
    state.prompt.moveMessage(two, 0)
    expect(textOf(state)).toEqual(['two', 'one'])
    state.prompt.duplicateMessage(two)
    expect(textOf(state)).toEqual(['two', 'two', 'one'])
    const messages = state.store.get(state.prompt.draftAtom).messages
    expect(new Set(messages.map(({ id }) => id)).size).toBe(3)
    state.prompt.deleteMessage(two)
    expect(textOf(state)).toEqual(['two', 'one'])
    state.prompt.moveMessage(two, 99)
    expect(textOf(state)).toEqual(['two', 'one'])
  })

  it('forgets what a provider thought of an answer that is edited', () => {
    const { state } = stateOf()
    const id = state.prompt.addMessage({ role: 'assistant', content: 'Hi', thinking: [{ text: 'Hm.', signature: 's' }] })
    state.prompt.editMessage(id, { content: 'Hello' })
    expect(state.store.get(state.prompt.draftAtom).messages.at(-1)).toEqual({ id, role: 'assistant', content: 'Hello' })
    state.undo.undo()
    expect(state.store.get(state.prompt.draftAtom).messages.at(-1)).toHaveProperty('thinking')
  })

  it('says where a template is broken', () => {
    const { state } = stateOf(snapshot('fine {{ok}}', [{}]))
    const broken = state.prompt.addMessage({ role: 'user', content: 'open {' })
    state.prompt.patch({ templateFormat: 'fstring' })
    const problems = state.store.get(state.prompt.problemsAtom)
    expect(problems.map(({ messageId, problem }) => [messageId, problem.code])).toEqual([[broken, 'template_syntax']])
    expect(problems[0]?.location).toBe('messages[1].content')
  })
})

describe('a template that is being typed', () => {
  const typedInto = (format: 'fstring' | 'jinja2', whole: string, data: Record<string, string>) => {
    const { state, wait } = stateOf({
      ...snapshot(whole, [data]),
      prompt: { messages: [{ role: 'user', content: whole }], llmConfig: { model: 'demo/echo' }, templateFormat: format },
    })
    const type = (content: string) => {
      wait(5000)
      state.prompt.editMessage(messageAt(state, 0), { content })
    }
    const columns = () => state.store.get(state.rows.columnsAtom).map(({ id }) => id)
    return { state, type, columns }
  }

  it.each([
    ['fstring', '{name} from {town}', '{name} from {to', '{name} from {place}'],
    ['jinja2', '{{ name }} from {{ town }}', '{{ name }} from {{ to', '{{ name }} from {{ place }}'],
  ] as const)('keeps the columns of its last whole version (%s)', (format, whole, half, next) => {
    const { state, type, columns } = typedInto(format, whole, { name: 'Ann', town: 'Ulm' })
    type(half)
    expect(state.store.get(state.prompt.problemsAtom)).toHaveLength(1)
    expect(columns()).toEqual(['name', 'town'])
    expect(state.store.get(state.prompt.draftAtom).variables).toEqual(['name', 'town'])
    expect(state.store.get(state.rows.hiddenColumnsAtom)).toEqual([])
    type(next)
    expect(columns()).toEqual(['name', 'place'])
    expect(valuesOf(state)).toEqual([{ name: 'Ann', town: 'Ulm' }])
  })

  it('takes in what other messages begin to read meanwhile, and forgets what they read no more', () => {
    const { state, type, columns } = typedInto('fstring', '{name}', { name: 'Ann' })
    type('{na')
    const other = state.prompt.addMessage({ role: 'user', content: '{a}' })
    expect(columns()).toEqual(['name', 'a'])
    state.prompt.editMessage(other, { content: '{ab}' })
    expect(columns()).toEqual(['name', 'ab'])
  })

  it('has, after undo, the columns it had then', () => {
    const { state, type, columns } = typedInto('fstring', '{one}', { one: '1' })
    type('{one')
    type('{two}')
    type('{two')
    expect(columns()).toEqual(['two'])
    state.undo.undo()
    state.undo.undo()
    expect(textOf(state)).toEqual(['{one'])
    expect(columns()).toEqual(['one'])
    state.undo.redo()
    state.undo.redo()
    expect(columns()).toEqual(['two'])
  })

  it('can not be run until it is whole, and nothing is lost by it', () => {
    const { state, type } = typedInto('jinja2', '{{ name }}', { name: 'Ann' })
    const runnable = () => state.store.get(state.execution.targetsAtom).runnable.map(({ rowId }) => rowId)
    expect(runnable()).toEqual(ids(state))
    type('{{ na')
    expect(runnable()).toEqual([])
    expect(state.store.get(state.execution.cellStateAtom(idAt(state, 0)))).toBe('ready')
    type('{{ name }}!')
    expect(runnable()).toEqual(ids(state))
  })
})

describe('test cases', () => {
  it('shows a column per variable and hides the ones that nothing reads', () => {
    const { state } = stateOf()
    expect(state.store.get(state.rows.columnsAtom)).toEqual([
      { id: 'a', name: 'a', type: 'text' },
      { id: 'b', name: 'b', type: 'text' },
    ])
    state.prompt.patch({ messages: [{ id: 'm', role: 'user', content: '{{b}}' }] })
    expect(state.store.get(state.rows.columnsAtom).map(({ id }) => id)).toEqual(['b'])
    expect(state.store.get(state.rows.hiddenColumnsAtom).map(({ id }) => id)).toEqual(['a'])
    for (const id of ids(state)) state.rows.editValue(id, 'a', '')
    expect(state.store.get(state.rows.hiddenColumnsAtom)).toEqual([])
  })

  it('holds any name and any text as it is', () => {
    const { state } = stateOf(snapshot('{{a}}', [{}]))
    const id = idAt(state, 0)
    const texts = { __proto__: null, constructor: '{{x}} $& \0', toString: '\ud800 half' }
    for (const [name, text] of [['__proto__', 'inert'], ...Object.entries(texts)] as const) state.rows.editValue(id, name, text ?? '')
    const data = state.store.get(state.rows.rowAtom(id))?.data ?? {}
    expect(Object.getPrototypeOf(data)).toBeNull()
    expect(Object.entries(data)).toEqual([
      ['__proto__', 'inert'],
      ['constructor', '{{x}} $& \0'],
      ['toString', '\ud800 half'],
    ])
  })

  it('names missing values in column order; an emptied cell is missing again', () => {
    const { state } = stateOf()
    const second = idAt(state, 1)
    expect(state.store.get(state.rows.missingAtom(second))).toEqual(['b'])
    state.rows.editValue(second, 'b', 'x')
    expect(state.store.get(state.rows.missingAtom(second))).toEqual([])
    state.rows.editValue(second, 'a', '')
    state.rows.editValue(second, 'b', '')
    expect(state.store.get(state.rows.missingAtom(second))).toEqual(['a', 'b'])
  })

  it('misses nothing in a format that prints a missing name as nothing', () => {
    const { state } = stateOf()
    state.prompt.patch({ templateFormat: 'jinja2' })
    expect(state.store.get(state.rows.missingAtom(idAt(state, 1)))).toEqual([])
  })

  it('adds, duplicates, moves and removes', () => {
    const { state } = stateOf()
    const [added = ''] = state.rows.add([{ data: { a: 'new' } }], 1)
    expect(valuesOf(state).map(({ a }) => a)).toEqual(['1', 'new', '3'])
    state.rows.duplicate([added])
    expect(valuesOf(state).map(({ a }) => a)).toEqual(['1', 'new', 'new', '3'])
    state.rows.move(added, 3)
    expect(valuesOf(state).map(({ a }) => a)).toEqual(['1', 'new', '3', 'new'])
    state.rows.remove(ids(state).slice(0, 2))
    expect(valuesOf(state).map(({ a }) => a)).toEqual(['3', 'new'])
    expect(state.store.get(state.rows.rowAtom('gone'))).toBeNull()
  })

  it('reads a deleted row as null, also through an atom that was taken before', () => {
    const { state } = stateOf()
    const first = idAt(state, 0)
    const taken = state.rows.rowAtom(first)
    state.rows.remove([first])
    expect(state.store.get(taken)).toBeNull()
    state.undo.undo()
    expect(state.store.get(taken)?.data['a']).toBe('1')
    expect(state.rows.rowAtom(first)).toBe(taken)
  })

  it('pastes from a cell on and grows rows where the table is longer', () => {
    const { state } = stateOf()
    state.rows.paste({ rowId: idAt(state, 1), column: 'b' }, [['x', 'beyond'], ['y'], ['']])
    expect(valuesOf(state)).toEqual([{ a: '1', b: '2' }, { a: '3', b: 'x' }, { b: 'y' }, {}])
    expect(state.store.get(state.undo.lastLabelAtom)).toBe('cases-paste')
    state.undo.undo()
    expect(valuesOf(state)).toEqual([{ a: '1', b: '2' }, { a: '3' }])
  })

  it('takes a first line of names as names where the table comes without a place', () => {
    const { state } = stateOf()
    state.rows.paste({ rowId: null, column: null }, [
      ['b', 'note', 'a'],
      ['B', 'N', 'A'],
    ])
    expect(valuesOf(state).at(-1)).toEqual({ a: 'A', b: 'B', note: 'N' })
    state.rows.paste({ rowId: null, column: null }, [['v', 'w']])
    expect(valuesOf(state).at(-1)).toEqual({ a: 'v', b: 'w' })
  })

  it('lets go of what pointed at a row that is gone', () => {
    const { state } = stateOf()
    const [first = '', second = ''] = ids(state)
    state.store.set(state.view.selectedRowIdsAtom, new Set([first, second]))
    state.store.set(state.view.drawerAtom, { rowId: first, variantId: state.store.get(state.prompt.variants.activeIdAtom), tab: 'wire' })
    state.store.set(state.view.cursorAtom, { rowId: second, column: 'a' })
    state.store.set(state.view.previewRowIdAtom, first)
    state.rows.remove([first])
    expect([...state.store.get(state.view.selectedRowIdsAtom)]).toEqual([second])
    expect(state.store.get(state.view.drawerAtom)).toBeNull()
    expect(state.store.get(state.view.previewRowIdAtom)).toBeNull()
    expect(state.store.get(state.view.cursorAtom)?.rowId).toBe(second)
  })
})

describe('a mount', () => {
  it('shares nothing with another', () => {
    const one = stateOf().state
    const two = stateOf().state
    const before = two.snapshot()
    one.prompt.addMessage({ role: 'user', content: 'mine' })
    one.rows.remove(ids(one))
    one.execution.setCell(idAt(two, 0), (cell) => ({ ...cell, text: 'mine' }))
    expect(two.snapshot()).toEqual(before)
    expect(two.store.get(two.execution.cellAtom(idAt(two, 0)))).toBe(EMPTY_CELL)
    expect(one.store).not.toBe(two.store)
  })

  it('starts from what its snapshot says and can be put back there', () => {
    const initial = snapshot('{{x}}', [{ x: '1' }, { x: '2' }])
    const { state } = stateOf(initial)
    expect(state.snapshot()).toEqual(initial)
    state.load(snapshot('other', [{}]))
    expect(textOf(state)).toEqual(['other'])
    state.undo.undo()
    expect(state.snapshot()).toEqual(initial)
  })
})

type Action = (state: PlaygroundState, pick: number, text: string) => void
const ACTIONS: readonly Action[] = [
  (state, pick, text) => state.prompt.addMessage({ role: 'user', content: text }, pick),
  (state, pick, text) => state.prompt.editMessage(messageAt(state, pick), { content: text }),
  (state, pick) => state.prompt.duplicateMessage(messageAt(state, pick)),
  (state, pick) => state.prompt.moveMessage(messageAt(state, pick), pick % 3),
  (state, pick) => state.prompt.deleteMessage(messageAt(state, pick)),
  (state, pick) => state.prompt.patch({ templateFormat: pick % 2 === 0 ? 'curly' : 'fstring' }),
  (state, pick) => state.prompt.patch({ llmConfig: { model: 'demo/echo', temperature: pick / 10 } }),
  (state, pick, text) => state.rows.add([{ data: { a: text } }, {}], pick),
  (state, pick, text) => state.rows.editValue(rowAt(state, pick), pick % 2 === 0 ? 'a' : '__proto__', text),
  (state, pick, text) => state.rows.paste({ rowId: rowAt(state, pick), column: 'b' }, [[text], ['x', text]]),
  (state, pick) => state.rows.duplicate([rowAt(state, pick)]),
  (state, pick) => state.rows.move(rowAt(state, pick), pick % 4),
  (state, pick) => state.rows.remove([rowAt(state, pick), rowAt(state, pick + 1)]),
  (state, pick, text) => state.rows.setHistory(rowAt(state, pick), [{ id: 'h', role: 'user', content: text }]),
  (state, _pick, text) => state.load(snapshot(text, [{ a: text }])),
]
const messageAt = (state: PlaygroundState, pick: number) => {
  const { messages } = state.store.get(state.prompt.draftAtom)
  return messages[pick % Math.max(1, messages.length)]?.id ?? 'none'
}
const rowAt = (state: PlaygroundState, pick: number) => idAt(state, pick % Math.max(1, ids(state).length))
const everything = (state: PlaygroundState) => ({
  snapshot: state.snapshot(),
  ids: ids(state),
  hidden: state.store.get(state.rows.hiddenColumnsAtom).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  messages: state.store.get(state.prompt.draftAtom).messages,
})

describe('undo', () => {
  const steps = fc.array(fc.tuple(fc.nat(ACTIONS.length - 1), fc.nat(9), fc.string({ maxLength: 6 })), { maxLength: 25 })

  it('takes back everything and does it again, whatever was done', () => {
    fc.assert(
      fc.property(steps, (actions) => {
        const { state, wait } = stateOf()
        const seen = [everything(state)]
        for (const [action, pick, text] of actions) {
          wait(5000)
          ACTIONS[action]?.(state, pick, text)
          if (state.store.get(state.undo.canUndoAtom)) seen.push(everything(state))
        }
        const last = everything(state)
        while (state.store.get(state.undo.canUndoAtom)) {
          state.undo.undo()
          expect(seen).toContainEqual(everything(state))
        }
        expect(everything(state)).toEqual(seen[0])
        while (state.store.get(state.undo.canRedoAtom)) state.undo.redo()
        expect(everything(state)).toEqual(last)
      }),
      { numRuns: 60 },
    )
  })

  it('makes one step of typing and a new one after a pause', () => {
    const { state, wait } = stateOf(snapshot('', [{}]))
    const id = messageAt(state, 0)
    for (const content of ['H', 'He', 'Hel']) {
      wait(200)
      state.prompt.editMessage(id, { content })
    }
    wait(3000)
    state.prompt.editMessage(id, { content: 'Hello' })
    state.undo.undo()
    expect(textOf(state)).toEqual(['Hel'])
    state.undo.undo()
    expect(textOf(state)).toEqual([''])
    expect(state.store.get(state.undo.canUndoAtom)).toBe(false)
    state.undo.redo()
    expect(textOf(state)).toEqual(['Hel'])
  })

  it('does not join typing in different places', () => {
    const { state } = stateOf()
    state.rows.editValue(idAt(state, 0), 'a', 'x')
    state.rows.editValue(idAt(state, 1), 'a', 'y')
    state.undo.undo()
    expect(valuesOf(state).map(({ a }) => a)).toEqual(['x', '3'])
  })

  it('forgets what could be redone as soon as something new is done', () => {
    const { state } = stateOf()
    state.rows.add()
    state.undo.undo()
    expect(state.store.get(state.undo.canRedoAtom)).toBe(true)
    state.rows.editValue(idAt(state, 0), 'a', 'new')
    expect(state.store.get(state.undo.canRedoAtom)).toBe(false)
  })

  it('brings a deleted row back with its result', () => {
    const { state } = stateOf()
    const first = idAt(state, 0)
    state.execution.setCell(first, (cell) => ({ ...cell, state: 'done', text: 'kept' }))
    state.rows.remove([first])
    state.undo.undo()
    expect(state.store.get(state.execution.cellAtom(first))).toMatchObject({ state: 'done', text: 'kept' })
  })
})
