import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { type Drawn, fakeHost } from '../../../fake-host.ts'

const host = fakeHost(1300, 800)
let fake: Drawn

beforeEach(() => {
  fake = host.draw()
})
afterEach(host.clear)

const drawer = page.getByTestId('drawer')
const diff = drawer.getByRole('region', { name: /^Differences between/ })
const rows = () => [...diff.element().querySelectorAll('[data-kind]')]
const focused = () => host.active()?.textContent ?? ''
const compare = async (expected: string, answer: string) => {
  fake.state.rows.editExpected(fake.rowIds()[0] ?? '', expected)
  fake.setCell(0, { state: 'done', text: answer, provenance: null })
  fake.state.store.set(fake.state.view.drawerAtom, { ...fake.outputAt(0), tab: 'output' })
  await drawer.getByTestId('compare-with').selectOptions('What is expected')
  await expect.element(diff).toBeVisible()
}

const lines = Array.from({ length: 60 }, (_, at) => `Line ${at} says something.`)

describe('an answer held against what is expected', () => {
  it('offers nothing where there is nothing to hold it against', async () => {
    fake.setCell(0, { state: 'done', text: 'Hi', provenance: null })
    fake.state.store.set(fake.state.view.drawerAtom, { ...fake.outputAt(0), tab: 'output' })
    await expect.element(drawer.getByRole('region', { name: 'Answer' })).toBeVisible()
    await expect.element(drawer.getByTestId('compare-with')).not.toBeInTheDocument()
  })

  it('marks what differs by signs, words and marks, and counts it', async () => {
    await compare('I am sorry about the kettle.\nBye', 'I am truly sorry about it.\nBye\nAnn')
    await expect.element(diff.getByRole('list', { name: 'Counts' })).toMatchTextContent('+ 1 added± 1 changed')
    expect(rows().map((row) => row.textContent)).toEqual([
      'Changed1−I am sorry about the kettle.1+I am truly sorry about it.',
      '2Bye2Bye',
      'Added3+Ann',
    ])
    expect([...diff.element().querySelectorAll('ins')].map((mark) => mark.textContent)).toEqual(['truly ', 'it', 'Ann'])
    expect([...diff.element().querySelectorAll('del')].map((mark) => mark.textContent)).toEqual(['the kettle'])
    await diff.getByRole('button', { name: 'Inline' }).click()
    await expect.element(diff).toHaveAttribute('data-layout', 'inline')
    expect(rows()[0]?.textContent).toBe('Changed1−I am sorry about the kettle.1+I am truly sorry about it.')
  })

  it('shows what would turn a line around, and ends of lines that differ', async () => {
    await compare('same \u202E txet\nend\r', 'same \u202E txet\nend')
    expect(rows().map((row) => row.textContent)).toEqual(['1same U+202E txet1same U+202E txet', 'Changed2−end␍2+end'])
    await expect.element(diff).toMatchTextContent('Line endings differ')
  })

  it('folds what is the same, and unfolds it', async () => {
    await compare(lines.join('\n'), lines.with(30, 'Line 30 says nothing.').join('\n'))
    expect(rows()).toHaveLength(7)
    await diff.getByRole('button', { name: '27 lines the same' }).click()
    await expect.poll(() => rows().length).toBeGreaterThan(20)
    await diff.getByRole('checkbox', { name: 'Only differences' }).click()
    await expect.element(diff.getByRole('button', { name: /lines the same/ })).not.toBeInTheDocument()
  })

  it('goes from difference to difference by keys and buttons', async () => {
    await compare(lines.join('\n'), lines.with(2, 'Line 2 says less.').with(57, 'Line 57 says more.').join('\n'))
    await diff.getByRole('button', { name: 'Next difference (Alt+Down)' }).click()
    await expect.poll(focused).toMatch('says less')
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
    await expect.poll(focused).toMatch('says more')
    await expect.element(diff.getByRole('status')).toMatchTextContent('Difference 2 of 2')
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}')
    await expect.poll(focused).toMatch('says less')
    await expect.element(drawer.getByRole('heading', { name: 'Case 1' })).toBeVisible()
  })

  it('reaches a difference that was not drawn', async () => {
    await compare(lines.join('\n'), lines.with(2, 'Line 2 says less.').with(57, 'Line 57 says more.').join('\n'))
    await diff.getByRole('checkbox', { name: 'Only differences' }).click()
    await diff.getByRole('button', { name: 'Previous difference (Alt+Up)' }).click()
    await expect.poll(focused).toMatch('says more')
    const isInSight = () => {
      const row = diff.element().querySelector('[data-spot="1"]')?.getBoundingClientRect()
      const box = diff
        .getByRole('group', { name: /^Differences between/ })
        .element()
        .getBoundingClientRect()
      return row !== undefined && row.top >= box.top && row.bottom <= box.bottom
    }
    await expect.poll(isInSight).toBe(true)
  })

  it('compares JSON by its values, and as text on request', async () => {
    await compare('{"a": 1, "b": [1, 2]}', '{"b":[2, 1],"a":2}')
    await expect.element(diff.getByRole('list', { name: 'Counts' })).toMatchTextContent('± 1 changed↕ 1 moved')
    await diff.getByRole('button', { name: 'Previous difference (Alt+Up)' }).click()
    await expect.element(diff).toMatchTextContent('$.a')
    expect(rows()[0]?.querySelector('[dir]')?.getAttribute('dir')).toBe('ltr')
    await expect.element(diff).toMatchTextContent(/was \$\.b\[[01]\]/)
    await diff.getByRole('button', { name: 'Text', exact: true }).click()
    await expect.element(diff.getByRole('list', { name: 'Counts' })).not.toMatchTextContent('moved')
  })

  it('says that nothing differs, and in which sense', async () => {
    await compare('{"a": 1, "b": 2}', '{"b":2,"a":1}')
    await expect.element(diff).toMatchTextContent('Both hold the same values.')
    fake.setCell(0, { text: '{"a": 1, "b": 2}' })
    await expect.element(diff).toMatchTextContent('Both are the same, character by character.')
  })

  it('draws two hundred kilobytes a screen at a time', async () => {
    const many = (side: string) => Array.from({ length: 6_000 }, (_, at) => `Line ${at} of the ${side} text is as long as this.`).join('\n')
    await compare(many('old'), many('new'))
    expect(many('old').length).toBeGreaterThan(200_000)
    expect(rows().length).toBeLessThan(150)
    await expect.element(diff).toMatchTextContent('6,000 changed')
  })

  it('takes a narrow place for one column', async () => {
    host.resize(390)
    await compare('one two', 'one three')
    await expect.element(diff).toHaveAttribute('data-layout', 'inline')
  })

  it('holds it against the answer of the first variant and of the run before', async () => {
    const { prompt, execution, store, view } = fake.state
    const { rowId, variantId: first } = fake.outputAt(0)
    const second = prompt.variants.clone(first) ?? ''
    fake.setCell(0, { state: 'done', text: 'From A', provenance: null })
    execution.setCell({ rowId, variantId: second }, (cell) => ({ ...cell, state: 'done', runId: 'r', text: 'From B' }))
    store.set(view.drawerAtom, { rowId, variantId: second, tab: 'output' })
    await drawer.getByTestId('compare-with').selectOptions('Variant A')
    await expect.element(diff).toMatchTextContent(/From A.*From B/)
    execution.begin([{ rowId, variantId: second }], 1)
    execution.setCell({ rowId, variantId: second }, (cell) => ({ ...cell, state: 'done', runId: 'r2', text: 'From C' }))
    await drawer.getByTestId('compare-with').selectOptions('The run before')
    await expect.element(diff).toMatchTextContent(/The run before.*From B.*From C/)
  })
})
