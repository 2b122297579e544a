import { describe, expect, it } from 'vitest'
import { sampleProgress } from '../../execution/sample-progress.ts'
import { outputColumn } from '../../state/output-column.ts'
import { EMPTY_SNAPSHOT } from '../../state/snapshot.ts'
import { fakeContext } from '../fake-context.ts'

const NO_ROWS = { ...EMPTY_SNAPSHOT, rows: [] }
const failure = { code: 'provider_error', message: 'no', retryable: false } as never

describe('commands that run', () => {
  it('run all, and say why not where nothing can', () => {
    const { give, ran, availability } = fakeContext()
    expect(availability('run-all')).toBe(true)
    give('run-all')
    expect(ran()).toEqual([[0, 1]])
    expect(fakeContext(EMPTY_SNAPSHOT).availability('run-all')).toBe('whyNothingToRun')
    expect(fakeContext(NO_ROWS).availability('run-case')).toBe('whyNoCase')
  })

  it('run the case that the cursor is on, else the first; details come before the cursor', () => {
    const { give, ran, rowIds, outputAt, state } = fakeContext()
    give('run-case')
    state.store.set(state.view.cursorAtom, { rowId: rowIds()[1] ?? '', column: 'ticket' })
    give('run-case')
    state.store.set(state.view.drawerAtom, { ...outputAt(0), tab: 'output' })
    give('run-case')
    expect(ran()).toEqual([[0], [1], [0]])
  })

  it('run a case under every variant', () => {
    const { give, ran } = fakeContext()
    give('clone-variant')
    give('run-case')
    expect(ran()).toEqual([[0, 0]])
  })

  it('run the selected, as far as they can run', () => {
    const { give, ran, availability, rowIds, state } = fakeContext()
    expect(availability('run-selected')).toBe('whyNoneSelected')
    const select = (...ids: readonly (string | undefined)[]) => state.store.set(state.view.selectedRowIdsAtom, new Set(ids.map(String)))
    select(rowIds()[2])
    expect(availability('run-selected')).toBe('whyNothingToRun')
    select(rowIds()[1], rowIds()[2])
    give('run-selected')
    expect(ran()).toEqual([[1]])
  })

  it('run what failed, what is stale and what has no result', () => {
    const { give, ran, availability, setCell } = fakeContext()
    expect([availability('run-failed'), availability('run-stale'), availability('run-missing')]).toEqual([
      'whyNoneFailed',
      'whyNoneStale',
      true,
    ])
    setCell(0, { state: 'failed', failure })
    expect(availability('run-failed')).toBe(true)
    give('run-failed')
    expect(ran()).toEqual([[0]])
  })

  it('stop while something runs, and only then', () => {
    const { give, asked, availability, state } = fakeContext()
    expect(availability('stop')).toBe('whyNothingRuns')
    state.execution.setProgress(() => sampleProgress())
    expect([availability('stop'), availability('run-all')]).toEqual([true, 'whyRunning'])
    give('stop')
    expect(asked).toEqual([['stop']])
  })

  it('set how many run at once', () => {
    const { give, availability, state } = fakeContext()
    give('at-once-8')
    expect(state.store.get(state.execution.concurrencyAtom)).toBe(8)
    expect(availability('at-once-8')).toBe('whyAlready')
  })

  it('set how many answers are asked for, and whether an error ends a run', () => {
    const { give, availability, state } = fakeContext()
    expect([availability('answers-1'), availability('go-on-after-error')]).toEqual(['whyAlready', 'whyAlready'])
    give('answers-3')
    give('stop-on-error')
    expect(state.store.get(state.execution.repetitionsAtom)).toBe(3)
    expect(state.store.get(state.execution.stopsOnErrorAtom)).toBe(true)
  })
})

describe('commands on cases', () => {
  it('add, insert, duplicate, move and delete', () => {
    const { give, rowIds, state } = fakeContext()
    const [first, second, third] = rowIds()
    state.store.set(state.view.cursorAtom, { rowId: second ?? '', column: 'ticket' })
    give('insert-case-above')
    expect(rowIds()).toHaveLength(4)
    expect(state.store.get(state.view.cursorAtom)).toEqual({ rowId: rowIds()[1], column: 'ticket' })
    give('delete-case')
    expect(rowIds()).toEqual([first, second, third])
    state.store.set(state.view.cursorAtom, { rowId: second ?? '', column: 'ticket' })
    give('move-case-up')
    expect(rowIds()).toEqual([second, first, third])
    give('duplicate-case')
    expect(rowIds()).toHaveLength(4)
    give('add-case')
    expect(rowIds()).toHaveLength(5)
    expect(state.store.get(state.view.cursorAtom)?.rowId).toBe(rowIds()[4])
  })

  it('know the ends', () => {
    const { availability, rowIds, state } = fakeContext()
    const at = (index: number) => state.store.set(state.view.cursorAtom, { rowId: rowIds()[index] ?? '', column: 'ticket' })
    at(0)
    expect([availability('move-case-up'), availability('previous-case')]).toEqual(['whyFirst', 'whyFirst'])
    at(2)
    expect([availability('move-case-down'), availability('next-case')]).toEqual(['whyLast', 'whyLast'])
  })

  it('go to the next and the previous one: beside open details these, else the cursor', () => {
    const { give, rowIds, outputAt, state, asked } = fakeContext()
    state.store.set(state.view.cursorAtom, { rowId: rowIds()[0] ?? '', column: 'order' })
    give('next-case')
    expect(state.store.get(state.view.cursorAtom)).toEqual({ rowId: rowIds()[1], column: 'order' })
    expect(asked).toEqual([['focusCursor']])
    state.store.set(state.view.drawerAtom, { ...outputAt(1), tab: 'cost' })
    give('next-case')
    expect(state.store.get(state.view.drawerAtom)).toEqual({ ...outputAt(2), tab: 'cost' })
    expect(state.store.get(state.view.cursorAtom)).toEqual({ rowId: rowIds()[2], column: outputColumn(outputAt(2).variantId) })
    give('previous-case')
    expect(state.store.get(state.view.drawerAtom)).toEqual({ ...outputAt(1), tab: 'cost' })
  })

  it('work on the selection', () => {
    const { give, rowIds, state } = fakeContext()
    state.store.set(state.view.selectedRowIdsAtom, new Set(rowIds().slice(0, 2)))
    give('delete-selected')
    expect(rowIds()).toHaveLength(1)
  })
})

describe('commands on the prompt', () => {
  it('work on the message that the cursor was in', () => {
    const { context } = fakeContext()
    const [message] = context.get(context.state.prompt.draftAtom).messages
    const { give, availability, state } = fakeContext(undefined, { messageId: message?.id ?? null })
    expect([availability('duplicate-message'), availability('move-message-up'), availability('move-message-down')]).toEqual([
      true,
      'whyFirst',
      'whyLast',
    ])
    give('duplicate-message')
    give('move-message-down')
    give('delete-message')
    expect(state.store.get(state.prompt.draftAtom).messages).toHaveLength(1)
  })

  it('say that there is none', () => {
    const { availability } = fakeContext(undefined, { messageId: 'gone' })
    expect(availability('delete-message')).toBe('whyNoMessage')
  })

  it('change mode and syntax, one step to undo', () => {
    const { give, availability, state, asked } = fakeContext()
    expect(availability('mode-completion')).toBe('whyAlready')
    give('mode-chat')
    expect(state.store.get(state.prompt.draftAtom).mode).toBe('chat')
    give('undo')
    expect(state.store.get(state.prompt.draftAtom).mode).toBe('completion')
    give('syntax-jinja2')
    give('choose-model')
    expect(asked).toEqual([
      ['chooseFormat', 'jinja2'],
      ['goTo', { kind: 'model' }],
    ])
  })
})

describe('commands on variants', () => {
  it('add, choose, move and delete them', () => {
    const { give, availability, asked, state } = fakeContext()
    const ids = () => state.store.get(state.prompt.variants.idsAtom)
    const active = () => state.store.get(state.prompt.variants.activeIdAtom)
    const [first] = ids()
    expect(['delete-variant', 'move-variant-on', 'variant-a', 'variant-b'].map(availability)).toEqual([
      'whyOneVariant',
      'whyOneVariant',
      'whyAlready',
      'whyNoVariant',
    ])
    give('clone-variant')
    give('variant-a')
    expect(active()).toBe(first)
    give('move-variant-on')
    expect(ids()[1]).toBe(first)
    give('delete-variant')
    expect(ids()).toHaveLength(1)
    expect(asked).toEqual([['offerUndo', 'Variant B is deleted.']])
  })

  it('end where there is no room for more', () => {
    const { give, availability } = fakeContext()
    for (let count = 1; count < 6; count += 1) give('clone-variant')
    expect(availability('clone-variant')).toBe('whyVariantsFull')
  })
})

describe('commands on what is shown', () => {
  it('open the details of the current case on a tab, and close them', () => {
    const { give, availability, outputAt, asked, state } = fakeContext()
    give('wire')
    expect(state.store.get(state.view.drawerAtom)).toEqual({ ...outputAt(0), tab: 'wire' })
    expect(state.store.get(state.view.cursorAtom)?.column).toBe(outputColumn(outputAt(0).variantId))
    expect(asked).toEqual([['focusTab', 'wire']])
    give('close-details')
    expect(state.store.get(state.view.drawerAtom)).toBeNull()
    expect(availability('close-details')).toBe('whyNoDetails')
  })

  it('go through the answers where there are several', () => {
    const { give, availability, outputAt, state } = fakeContext()
    expect([availability('previous-version'), availability('next-version')]).toEqual(['whyOneVersion', 'whyOneVersion'])
    state.execution.begin([outputAt(0)], 2)
    expect([availability('previous-version'), availability('next-version')]).toEqual(['whyFirst', true])
    give('next-version')
    expect(state.store.get(state.execution.shownAtom(outputAt(0)))).toBe(1)
    expect(availability('next-version')).toBe('whyLast')
    give('previous-version')
    expect(state.store.get(state.execution.shownAtom(outputAt(0)))).toBe(0)
  })

  it('filter, and keep the words that are looked for', () => {
    const { give, availability, state } = fakeContext()
    state.store.set(state.view.filterAtom, { status: 'all', text: 'kettle' })
    give('filter-stale')
    expect(state.store.get(state.view.filterAtom)).toEqual({ status: 'stale', text: 'kettle' })
    expect(['filter-stale', 'filter-unmet', 'filter-differs'].map(availability)).toEqual(['whyAlready', 'whyNoChecks', 'whyOneVariant'])
  })

  it('set height, configuration and theme', () => {
    const { give, availability, state, asked } = fakeContext()
    give('density-2')
    give('collapse')
    give('theme-dark')
    expect(state.store.get(state.view.densityAtom)).toBe(2)
    expect(state.store.get(state.view.configCollapsedAtom)).toBe(true)
    expect(asked).toEqual([['theme', 'dark']])
    expect(availability('collapse')).toBe('whyAlready')
  })

  it('leave theme and language to a host that sets them', () => {
    const { availability } = fakeContext(undefined, { theme: { value: 'dark', change: null }, changeLanguage: null, locale: 'fi' })
    expect([availability('theme-light'), availability('language-en')]).toEqual(['whyHostTheme', 'whyHostLanguage'])
  })

  it('go to what a filter left, wherever the cursor was', () => {
    const { give, rowIds, setCell, state } = fakeContext()
    setCell(1, { state: 'failed', failure })
    state.store.set(state.view.filterAtom, { status: 'failed', text: '' })
    give('go-to-cases')
    expect(state.store.get(state.view.cursorAtom)?.rowId).toBe(rowIds()[1])
    expect(state.store.get(state.view.visibleRowIdsAtom)).toEqual([rowIds()[1]])
  })

  it('bring a case that is filtered out into sight before they go to it', () => {
    const { give, rowIds, state } = fakeContext()
    state.store.set(state.view.filterAtom, { status: 'failed', text: '' })
    give('go-to-cases')
    expect(state.store.get(state.view.visibleRowIdsAtom)).toEqual(rowIds())
  })
})

describe('commands on the whole', () => {
  it('open dialogs, save and download', () => {
    const { give, asked } = fakeContext()
    for (const id of ['import', 'export', 'code', 'share', 'settings', 'keys', 'palette', 'save', 'download-snapshot']) give(id)
    const opened = ['import', 'export', 'code', 'share', 'settings', 'keys', 'palette'].map((tool) => ['open', tool])
    expect(asked).toEqual([...opened, ['save'], ['download']])
  })

  it('begin from nothing, with undo, and from the example', () => {
    const { give, rowIds, asked, availability } = fakeContext(undefined, { example: EMPTY_SNAPSHOT })
    give('start-from-nothing')
    expect(rowIds()).toHaveLength(1)
    expect(asked).toEqual([['offerUndo', 'Prompt and cases are cleared.']])
    give('undo')
    expect(rowIds()).toHaveLength(3)
    expect([availability('load-example'), availability('redo')]).toEqual([true, true])
    expect(fakeContext().availability('load-example')).toBe('whyNoExample')
    expect(fakeContext().availability('undo')).toBe('whyNothingToUndo')
  })
})
