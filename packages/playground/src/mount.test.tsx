import { afterEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createStatelessBindings } from './adapters/stateless/create-stateless-bindings.ts'
import { FIRST_VISIT } from './example/first-visit.ts'
import { mount } from './mount.tsx'

/** Nobody listens there: what matters is what a playground holds on to, not what it is answered. */
const bindings = () =>
  createStatelessBindings({
    serviceUrl: 'http://127.0.0.1:9/services',
    projectId: '00000000-0000-4000-8000-000000000001',
    getToken: () => Promise.resolve(null),
    initial: FIRST_VISIT,
  })

function place(): HTMLElement {
  const host = document.createElement('div')
  host.style.cssText = 'inline-size: 1200px; block-size: 700px'
  return document.body.appendChild(host)
}

/** What listens on the page as a whole, in the order in which it came. */
function watchListeners() {
  const listening: string[] = []
  const seen: string[] = []
  const restore = [globalThis, document, document.body, document.documentElement].map((target) => {
    const key = (type: string, listener: unknown, options: unknown) =>
      `${type} ${String(listener)} ${typeof options === 'object' ? Boolean((options as AddEventListenerOptions).capture) : Boolean(options)}`
    const [add, remove] = [target.addEventListener.bind(target), target.removeEventListener.bind(target)]
    target.addEventListener = (type: string, listener: EventListener, options?: AddEventListenerOptions) => {
      seen.push(type)
      // Some go by themselves.
      if (options?.signal === undefined && options?.once !== true) listening.push(key(type, listener, options))
      add(type, listener, options)
    }
    target.removeEventListener = (type: string, listener: EventListener, options?: EventListenerOptions) => {
      const at = listening.indexOf(key(type, listener, options))
      if (at !== -1) listening.splice(at, 1)
      remove(type, listener, options)
    }
    return () => Object.assign(target, { addEventListener: add, removeEventListener: remove })
  })
  return { listening, seen, restore: () => restore.forEach((again) => again()) }
}

afterEach(() => vi.restoreAllMocks())

describe('a playground that is destroyed', () => {
  const visit = async () => {
    const host = place()
    const handle = mount(host, { bindings: bindings(), example: FIRST_VISIT })
    await expect.element(page.getByTestId('case').first()).toBeVisible()
    await page.getByTestId('add-case').click()
    await page.getByTestId('model').click()
    await expect.element(page.getByRole('combobox', { name: 'Models' })).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await page.getByTestId('run').first().click()
    handle.destroy()
    host.remove()
  }

  it('leaves no listener on the page', async () => {
    // React and the parts listen to the page once for all mounts: the second visit shows what one mount leaves.
    await visit()
    const { listening, seen, restore } = watchListeners()
    await visit()
    restore()
    expect(seen).not.toEqual([])
    expect(listening).toEqual([])
  })

  it('ends its worker', async () => {
    const ended = vi.spyOn(globalThis.Worker.prototype, 'terminate')
    await visit()
    expect(ended).toHaveBeenCalledTimes(1)
  })

  it('leaves no style, no element and no stored value behind', async () => {
    const before = { nodes: document.head.childElementCount + document.body.childElementCount, sheets: document.adoptedStyleSheets.length }
    await visit()
    expect({
      nodes: document.head.childElementCount + document.body.childElementCount,
      sheets: document.adoptedStyleSheets.length,
    }).toEqual(before)
    expect([localStorage.length, sessionStorage.length]).toEqual([0, 0])
  })
})
