import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { TICKETS } from '../../fake-bindings.ts'
import { type Drawn, fakeHost } from '../../fake-host.ts'
import type { Check } from '../../checks/check.ts'

const host = fakeHost(1200, 900)
let fake: Drawn

function draw(checks: readonly Check[] = [], own: readonly Check[] = []) {
  const [first, ...others] = TICKETS.rows
  fake = host.draw({ ...TICKETS, checks, rows: [{ data: first?.data ?? {}, checks: own }, ...others] })
}
afterEach(host.clear)

const section = page.getByRole('region', { name: 'Checks' })
const held = () => fake.state.store.get(fake.state.checks.commonAtom)
const answer = (index: number, text: string) => fake.setCell(index, { state: 'done', text })
const chips = (index: number) => page.getByTestId('output').nth(index).getByRole('list', { name: 'Checks of this answer' })
async function add(kind: string) {
  await section.getByRole('button', { name: 'Add a check' }).click()
  await page.getByRole('menuitem', { name: kind, exact: true }).click()
}

describe('checks in the configuration', () => {
  it('open when they are added; a blank text means what the case expects', async () => {
    draw()
    await expect.element(section.getByText('An answer can be held against rules here', { exact: false })).toBeVisible()
    await add('Contains')
    await section.getByRole('textbox', { name: 'Text' }).fill('kettle')
    expect(held()).toEqual([{ type: 'contains', value: 'kettle' }])
    await expect.element(section.getByRole('button', { name: 'Check: contains “kettle”' })).toHaveAttribute('aria-expanded', 'true')
    await section.getByRole('textbox', { name: 'Text' }).fill('')
    expect(held()).toEqual([{ type: 'contains' }])
  })

  it('take numbers, and keep the last one while there is none', async () => {
    draw()
    await add('Takes at most')
    const field = section.getByRole('spinbutton', { name: 'Milliseconds' })
    await field.fill('1500')
    expect(held()).toEqual([{ type: 'max-latency', maxLatencyMs: 1500 }])
    await field.fill('')
    expect(held()).toEqual([{ type: 'max-latency', maxLatencyMs: 1500 }])
    await add('At most so many tokens')
    await section.getByRole('button', { name: 'Both' }).click()
    expect(held()[1]).toMatchObject({ count: 'total' })
  })

  it('keep the last pattern and the last schema while what is typed is none, and say so', async () => {
    draw([
      { type: 'regex', pattern: 'a' },
      { type: 'matches-schema', schema: true },
    ])
    await section.getByRole('button', { name: 'Check: matches /a/' }).click()
    await section.getByRole('textbox', { name: 'Pattern' }).fill('')
    await expect.element(section.getByText('A pattern is needed', { exact: false })).toBeVisible()
    await section.getByRole('textbox', { name: 'Pattern' }).fill('b')
    await section.getByRole('switch', { name: 'In any case' }).click()
    expect(held()[0]).toEqual({ type: 'regex', pattern: 'b', flags: 'i' })
    await section.getByRole('button', { name: 'Check: matches the schema' }).click()
    const schema = section.getByRole('textbox', { name: 'JSON schema' })
    await schema.fill('{"type": ')
    await expect.element(section.getByText('A schema is a JSON object', { exact: false })).toBeVisible()
    expect(held()[1]).toEqual({ type: 'matches-schema', schema: true })
    await schema.fill('{"type": "array"}')
    await expect.element(schema).toHaveValue('{"type": "array"}')
    expect(held()[1]).toEqual({ type: 'matches-schema', schema: { type: 'array' } })
  })

  it('that came from a file and are evaluated nowhere stay, with a word on it', async () => {
    draw([
      { type: 'unknown', name: 'similar', source: {} },
      { type: 'rubric', rubric: 'Polite?' },
    ])
    await section.getByRole('button', { name: 'Check: similar' }).click()
    await expect.element(section.getByText('A file brought it', { exact: false })).toBeVisible()
    await section.getByRole('button', { name: 'Check: rubric “Polite?”' }).click()
    await expect.element(section.getByText('No model is asked to judge here', { exact: false })).toBeVisible()
  })

  it('are removed and brought back by undo, and the focus stays', async () => {
    draw([{ type: 'is-json' }, { type: 'equals' }])
    const remove = section.getByRole('button', { name: 'Remove the check: is JSON' })
    await remove.click()
    expect(held()).toEqual([{ type: 'equals' }])
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.element(remove).toBeVisible()
  })
})

describe('verdicts', () => {
  it('stand under a finished answer, each by its word, and in the head of the column', async () => {
    draw([{ type: 'contains', value: 'yes' }, { type: 'is-json' }])
    answer(0, '"yes"')
    answer(1, 'no')
    await expect.element(chips(0).getByRole('listitem').first()).toMatchTextContent('Passed: contains “yes”')
    await expect.element(chips(1).getByRole('listitem').first()).toMatchTextContent('Failed: contains “yes”')
    await expect.element(page.getByTitle('Failed: Not found: yes')).toBeVisible()
    await expect
      .element(page.getByText('50% of checks passed'))
      .toHaveAttribute('title', '2 passed, 2 failed, 0 cannot be evaluated, 0 undecided')
  })

  it('are not there where nothing is checked', async () => {
    draw()
    answer(0, 'yes')
    await expect.element(page.getByTestId('output').first()).toHaveAttribute('data-state', 'done')
    await expect.element(chips(0)).not.toBeInTheDocument()
    await expect.element(page.getByRole('button', { name: /Check failed/ })).not.toBeInTheDocument()
  })

  it('are explained in the details, those of the case alone marked', async () => {
    draw([{ type: 'matches-schema', schema: { type: 'object' } }], [{ type: 'contains', value: '{{order}}' }])
    answer(0, '[1]')
    fake.state.rows.editExpected(fake.rowIds()[0] ?? '', 'the wanted answer')
    fake.state.store.set(fake.state.view.drawerAtom, { ...fake.outputAt(0), tab: 'checks' })
    const lines = page.getByTestId('check-result')
    await expect.element(lines.first()).toMatchTextContent(/Failed: matches the schema.*\$: expected type object, got \[1\]/)
    await expect.element(lines.nth(1)).toMatchTextContent(/this case only.*Not found: A-1/)
    await expect.element(page.getByRole('region', { name: 'Expected' })).toMatchTextContent('the wanted answer')
  })

  it('wait for the answer, and say where there is nothing to judge', async () => {
    draw()
    answer(0, 'yes')
    fake.state.store.set(fake.state.view.drawerAtom, { ...fake.outputAt(0), tab: 'checks' })
    await expect.element(page.getByText('Nothing is checked yet.', { exact: false })).toBeVisible()
    fake.state.checks.setCommon([{ type: 'is-json' }])
    await expect.element(page.getByTestId('check-result')).toBeVisible()
    fake.setCell(0, { state: 'streaming', text: 'y' })
    await expect.element(page.getByText('An answer is checked when it is done.')).toBeVisible()
  })
})

describe('what is expected', () => {
  const cell = (index: number) => page.getByTestId('case').nth(index).getByTestId('cell').last()
  const expected = (index: number) => fake.state.snapshot().rows[index]?.expected

  it('has a column once it is asked for, edited like any cell', async () => {
    draw()
    await section.getByRole('button', { name: 'Show the column for expected answers' }).click()
    await expect.element(page.getByRole('columnheader', { name: /^Expected/ })).toBeVisible()
    await cell(1).click()
    await userEvent.keyboard('a parcel{Enter}')
    expect(expected(1)).toBe('a parcel')
    await expect.element(cell(1)).toMatchTextContent('a parcel')
    await cell(1).click()
    await userEvent.keyboard('{Delete}')
    expect(expected(1)).toBeUndefined()
  })

  it('is asked for by the menu of a case, which leads to its cell', async () => {
    draw()
    await page.getByRole('gridcell', { name: 'Case 2' }).hover()
    await page.getByRole('button', { name: 'Actions for case 2' }).click()
    await page.getByRole('menuitem', { name: 'Expected answer' }).click()
    await page.getByRole('textbox', { name: 'Value of Expected in case 2' }).fill('here')
    await userEvent.keyboard('{Enter}')
    expect(expected(1)).toBe('here')
  })

  it('is taken over from an answer, as one step', async () => {
    draw([{ type: 'equals' }])
    answer(0, 'The answer.')
    await page.getByTestId('output').first().hover()
    await page.getByRole('button', { name: 'Add as expected' }).click()
    expect(expected(0)).toBe('The answer.')
    await expect.element(chips(0).getByRole('listitem')).toMatchTextContent('Passed: equals what is expected')
    fake.state.undo.undo()
    await expect.element(chips(0).getByRole('listitem')).toMatchTextContent('Undecided: equals what is expected')
  })

  it('stands on the cards of a narrow page', async () => {
    host.resize(390)
    draw()
    fake.state.rows.editExpected(fake.rowIds()[0] ?? '', 'on a card')
    await expect.element(page.getByRole('listitem', { name: 'Case 1' }).getByText('on a card')).toBeVisible()
  })
})
