import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { fakeBindings, TICKETS } from '../../fake-bindings.ts'
import { type MountHandle, mount } from '../../mount.tsx'

let host: HTMLElement
let handle: MountHandle

function draw(initial = TICKETS) {
  const fake = fakeBindings(initial)
  handle = mount(host, { bindings: fake.bindings })
  return fake
}

beforeEach(() => {
  host = document.createElement('div')
  host.style.cssText = 'inline-size: 1200px; block-size: 700px'
  document.body.append(host)
})
afterEach(() => {
  handle.destroy()
  host.remove()
})

describe('the foot of the grid', () => {
  const plain = { ...TICKETS, prompt: { ...TICKETS.prompt, messages: [{ role: 'user' as const, content: 'Hi' }] } }

  it('says what a prompt without variables means for as many cases as there are', async () => {
    const fake = draw(plain)
    await expect.element(page.getByText('This prompt has no variables, so all 3 cases are the same.')).toBeVisible()
    fake.state.rows.remove(fake.rowIds().slice(1))
    await expect.element(page.getByText('This prompt has no variables, so there is one case.')).toBeVisible()
    fake.state.rows.remove(fake.rowIds())
    await expect.element(page.getByText(/^This prompt has no variables/)).not.toBeInTheDocument()
    await expect.element(page.getByText('There is no case yet.')).toBeVisible()
  })
})
