import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { type Drawn, fakeHost } from '../../fake-host.ts'

const host = fakeHost(1300)
let fake: Drawn

beforeEach(() => {
  fake = host.draw()
})
afterEach(host.clear)

const toasts = page.getByTestId('toast')
const remove = async () => {
  await page.getByRole('button', { name: 'Actions of message 1' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
}
const messages = () => fake.state.store.get(fake.state.prompt.draftAtom).messages

describe('deleting a message', () => {
  it('can be undone from its toast', async () => {
    await remove()
    expect(messages()).toHaveLength(0)
    await toasts.getByRole('button', { name: /^Undo/ }).click()
    expect(messages()).toHaveLength(1)
  })
  it('is offered to be undone only while it is the last change', async () => {
    await remove()
    await expect.element(toasts).toMatchTextContent('Message deleted')
    fake.state.rows.add()
    await expect.element(toasts).not.toBeInTheDocument()
  })
})
