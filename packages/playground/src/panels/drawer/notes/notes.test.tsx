import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { type Drawn, fakeHost } from '../../../fake-host.ts'

const host = fakeHost(1300)
let fake: Drawn

beforeEach(() => {
  fake = host.draw()
})
afterEach(host.clear)

const output = page.getByTestId('output').first()
const answer = (text: string, runId = 'r') => fake.setCell(0, { state: 'done', text, runId, model: 'demo/writer' })
const said = () => [...fake.state.store.get(fake.state.notes.allAtom).values()].map(({ rating, text }) => [rating, text])
const openTab = () => fake.state.store.set(fake.state.view.drawerAtom, { ...fake.outputAt(0), tab: 'notes' })

describe('the tools of an output', () => {
  it('rate its answer, which the cell then says, and take it back', async () => {
    answer('Yes.')
    await output.hover()
    await output.getByRole('button', { name: 'Good answer' }).click()
    expect(said()).toEqual([['up', '']])
    await expect.element(output.getByRole('button', { name: 'Good answer' })).toHaveAttribute('aria-pressed', 'true')
    await expect.element(output).toMatchTextContent(/Yes\..*Good/)
    await output.getByRole('button', { name: 'Good answer' }).click()
    expect(said()).toEqual([])
  })
  it('lead to a note', async () => {
    answer('Yes.')
    await output.hover()
    await output.getByRole('button', { name: 'Write a note' }).click()
    await expect.element(page.getByTestId('drawer').getByRole('textbox', { name: 'Note on this answer' })).toBeVisible()
  })
  it('say nothing of what has no answer', async () => {
    await output.hover()
    await expect.element(output.getByRole('button', { name: 'Run', exact: true }).first()).toBeVisible()
    await expect.element(output.getByRole('button', { name: 'Good answer' })).not.toBeInTheDocument()
  })
})

describe('the tab of notes', () => {
  it('takes a rating and a text, and undo takes them back', async () => {
    answer('Yes.')
    openTab()
    await page.getByTestId('rate-down').click()
    await page.getByTestId('note-text').fill('Too short.')
    expect(said()).toEqual([['down', 'Too short.']])
    fake.state.undo.undo()
    await expect.element(page.getByTestId('note-text')).toHaveValue('')
    await expect.element(page.getByTestId('rate-down')).toHaveAttribute('aria-pressed', 'true')
  })
  it('begins without a note after another run, and shows the earlier one with the answer it was given to', async () => {
    answer('The first answer.')
    openTab()
    await page.getByTestId('rate-up').click()
    await page.getByTestId('note-text').fill('Just so.')
    fake.state.execution.begin([fake.outputAt(0)], 1)
    answer('The second answer.', 'r2')
    await expect.element(page.getByTestId('note-text')).toHaveValue('')
    const others = page.getByRole('region', { name: 'Notes on other answers here' })
    await expect.element(others).toMatchTextContent(/The run before.*Good.*Just so\..*The first answer\./)
  })
  it('is written by keyboard alone, letters of the details being letters there', async () => {
    answer('Yes.')
    openTab()
    await page.getByTestId('rate-up').click()
    await userEvent.keyboard('{Tab}{Tab}jk i')
    await expect.element(page.getByTestId('note-text')).toHaveValue('jk i')
    expect(said()).toEqual([['up', 'jk i']])
  })
  it('draws what people write as text', async () => {
    answer('<b>Yes</b>')
    openTab()
    await page.getByTestId('note-text').fill('<img src=x onerror=alert(1)>')
    fake.state.store.set(fake.state.view.drawerAtom, null)
    await expect.element(output).toMatchTextContent('<img src=x onerror=alert(1)>')
  })
})
