import { afterEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { TICKETS } from '../../fake-bindings.ts'
import { fakeHost } from '../../fake-host.ts'

const host = fakeHost()

afterEach(host.clear)

describe('the foot of the grid', () => {
  const plain = { ...TICKETS, prompt: { ...TICKETS.prompt, messages: [{ role: 'user' as const, content: 'Hi' }] } }

  it('says what a prompt without variables means for as many cases as there are', async () => {
    const fake = host.draw(plain)
    await expect.element(page.getByText('This prompt has no variables, so all 3 cases are the same.')).toBeVisible()
    fake.state.rows.remove(fake.rowIds().slice(1))
    await expect.element(page.getByText('This prompt has no variables, so there is one case.')).toBeVisible()
    fake.state.rows.remove(fake.rowIds())
    await expect.element(page.getByText(/^This prompt has no variables/)).not.toBeInTheDocument()
    await expect.element(page.getByText('There is no case yet.')).toBeVisible()
  })
})
