import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { sampleProgress } from '../../execution/sample-progress.ts'
import { TICKETS } from '../../fake-bindings.ts'
import { type Drawn, fakeHost } from '../../fake-host.ts'
import type { RunProgress } from '../../state/execution-state.ts'
import { provenanceOf } from '../../state/provenance.ts'
import type { PlaygroundSnapshot } from '../../state/snapshot.ts'

const host = fakeHost(1300)
let fake: Drawn

function draw(initial: PlaygroundSnapshot = TICKETS): void {
  fake = host.draw(initial)
}
const progress = (part: Partial<RunProgress>): void =>
  fake.state.execution.setProgress(() => sampleProgress({ total: 4, running: 0, ...part }))

afterEach(host.clear)

const run = page.getByTestId('run')
const bar = page.getByTestId('progress')
const typed = (content: string, templateFormat: 'fstring' | 'jinja2' = 'fstring') =>
  fake.state.prompt.patch({ messages: [{ id: 'm', role: 'user', content }], templateFormat })

describe('Run', () => {
  it('does nothing while a template is broken, and says where and what', async () => {
    draw()
    await expect.element(run).not.toHaveAttribute('aria-disabled')
    typed('Ticket:\n{ticket')
    await expect.element(run).toHaveAttribute('aria-disabled', 'true')
    await expect.element(run).toHaveAttribute('title', expect.stringMatching(/^Message 1, line 2, column 1: ./))
    await expect.element(run).toHaveAttribute('data-calls', '0')
    await run.click({ force: true })
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    expect(fake.asked).toEqual([])
    typed('Ticket:\n{ticket}')
    await expect.element(run).not.toHaveAttribute('aria-disabled')
    await run.click()
    expect(fake.asked).toHaveLength(1)
  })
  it('leads to what is broken where a case is run on its own', async () => {
    draw()
    fake.setCell(0, { state: 'stopped' })
    typed('{ticket')
    await page.getByTestId('output').first().getByRole('button', { name: 'Rerun' }).click()
    await expect.poll(() => host.active()?.closest('[data-testid="message"]')?.getAttribute('data-index')).toBe('0')
    expect(fake.asked).toEqual([])
  })
  it('says that the response format is what is broken', async () => {
    draw()
    fake.state.prompt.patch({
      messages: [{ id: 'm', role: 'user', content: 'Hi' }],
      templateFormat: 'fstring',
      llmConfig: {
        model: 'demo/writer',
        responseFormat: { type: 'json_schema', jsonSchema: { name: 'n', schema: { title: '{open' } } },
      },
    })
    await expect.element(run).toHaveAttribute('title', expect.stringMatching(/^Response format, line 1, column 1: ./))
  })
  it('is blocked by missing values with the words for that', async () => {
    draw({ ...TICKETS, rows: [{ data: { ticket: 'Nothing came.' } }] })
    await expect.element(run).toHaveAttribute('title', 'Every case lacks a value. Fill the tinted cells first.')
  })
})

describe('the progress', () => {
  it('writes a sum of which nothing is known as a dash', async () => {
    draw()
    progress({ failed: 3, queued: 1, costUsd: null, unknownCosts: 3 })
    await expect.element(bar).toMatchTextContent('– spent, 3 costs unknown')
    await expect.element(bar).not.toMatchTextContent('$0')
    progress({ done: 1, failed: 3, costUsd: 0.0049, unknownCosts: 3 })
    await expect.element(bar).toMatchTextContent('$0.0049 spent, 3 costs unknown')
  })
  it('says how many run where the provider holds some back', async () => {
    draw()
    progress({ total: 12, done: 5, failed: 1, stopped: 1, retrying: 1, running: 2, queued: 2 })
    await expect.element(bar).toMatchTextContent('Slowed by provider: 3 running instead of 4')
    progress({ total: 1, retrying: 1 })
    await expect.element(bar).toMatchTextContent('Slowed by provider: 0 running instead of 1')
    progress({ total: 12, running: 4, queued: 8 })
    await expect.element(bar).not.toMatchTextContent('Slowed by provider')
  })
})

describe('what Run says before it is pressed', () => {
  const MANY: PlaygroundSnapshot = { ...TICKETS, rows: [1, 2, 3, 4].map((order) => ({ data: { ticket: 't', order: String(order) } })) }
  /** A case as it would be after a run of it as it is now. */
  function finish(index: number): void {
    const { store, prompt, rows } = fake.state
    const row = store.get(rows.rowAtom(fake.rowIds()[index] ?? ''))
    if (row !== null) fake.setCell(index, { state: 'done', text: 'ok', provenance: provenanceOf(store.get(prompt.draftAtom), row) })
  }

  it('is what it would bring: new, changed, failed and more of the same', async () => {
    draw(MANY)
    finish(0)
    finish(1)
    fake.setCell(2, { state: 'failed' })
    fake.state.rows.editValue(fake.rowIds()[1] ?? '', 'ticket', 'other')
    await run.hover()
    await expect.element(run).toHaveAttribute('title', '4 calls: 1 new, 1 changed, 1 that failed, 1 again, with nothing changed')
    fake.state.store.set(fake.state.execution.repetitionsAtom, 3)
    await expect.element(run).toHaveAttribute('title', '12 calls: 3 new, 3 changed, 3 that failed, 3 again, with nothing changed')
  })

  it('is said by its menu too, which runs what is new or changed alone', async () => {
    draw(MANY)
    finish(0)
    fake.setCell(2, { state: 'failed' })
    await page.getByRole('button', { name: 'Run menu' }).click()
    const due = page.getByRole('menuitem', { name: /Run what is new or changed/ })
    await expect.element(due).toHaveAttribute('title', '3 calls: 2 new, 1 that failed')
    await expect.element(page.getByRole('menuitem', { name: /Run failed/ })).toHaveAttribute('title', '1 call: 1 that failed')
    await expect.element(page.getByRole('menuitem', { name: /Run stale/ })).toHaveAttribute('aria-disabled', 'true')
    await due.click()
    expect(fake.asked.at(-1)).toEqual(['run', ...fake.rowIds().slice(1)])
  })

  it('is within reach of the keyboard alone', async () => {
    draw(MANY)
    fake.setCell(2, { state: 'failed' })
    const menu = page.getByRole('button', { name: 'Run menu' })
    await expect.element(menu).toBeVisible()
    menu.element().focus()
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByRole('menuitem', { name: /Run failed/ })).toBeVisible()
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}')
    await userEvent.keyboard('{Enter}')
    expect(fake.asked.at(-1)).toEqual(['run', ...fake.rowIds().slice(2, 3)])
  })

  it('is the sum of each variant where there are several', async () => {
    draw(MANY)
    const estimate = page.getByTestId('estimate')
    await estimate.hover()
    const alone = 'The price of demo/writer is not known, so there is no estimate.'
    await expect.element(estimate).toHaveAttribute('title', alone)
    fake.state.prompt.variants.clone(fake.state.store.get(fake.state.prompt.variants.activeIdAtom))
    await expect.element(estimate).toHaveAttribute('title', `${alone}\nA demo/writer: –\nB demo/writer: –`)
  })
})
