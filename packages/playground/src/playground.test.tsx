import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { fakeBindings } from './fake-bindings.ts'
import { sampleProgress } from './execution/sample-progress.ts'
import { type MountHandle, type MountOptions, mount } from './mount.tsx'

const mounts: MountHandle[] = []
const hosts: HTMLElement[] = []

function draw(options: MountOptions) {
  const host = document.createElement('div')
  host.style.cssText = 'inline-size: 1200px; block-size: 700px'
  document.body.append(host)
  const handle = mount(host, options)
  hosts.push(host)
  mounts.push(handle)
  return { host, handle }
}

afterEach(() => {
  for (const handle of mounts.splice(0)) handle.destroy()
  for (const host of hosts.splice(0)) host.remove()
})

describe('a mounted playground', () => {
  it('is drawn in a shadow root with its own styles, and leaves nothing behind', async () => {
    const { bindings } = fakeBindings()
    const { host, handle } = draw({ bindings })
    await expect.element(page.getByTestId('run')).toBeVisible()
    expect(host.shadowRoot?.adoptedStyleSheets).toHaveLength(1)
    handle.destroy()
    handle.destroy()
    expect(host.shadowRoot?.childElementCount).toBe(0)
    expect(host.shadowRoot?.adoptedStyleSheets).toHaveLength(0)
  })

  it('can be drawn without a shadow root, by the rules that the page links, and adds none', async () => {
    const before = document.adoptedStyleSheets.length
    const { handle } = draw({ bindings: fakeBindings().bindings, shadow: false })
    await expect.element(page.getByTestId('run')).toBeVisible()
    expect(document.adoptedStyleSheets).toHaveLength(before)
    handle.destroy()
  })

  it('shares one style sheet with others in the same shadow root', async () => {
    const outer = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' })
    const [first, second] = [0, 1].map(() => {
      const host = outer.appendChild(document.createElement('div'))
      return mount(host, { bindings: fakeBindings().bindings, shadow: false })
    })
    await expect.element(page.getByTestId('run').nth(1)).toBeVisible()
    expect(outer.adoptedStyleSheets).toHaveLength(1)
    first?.destroy()
    expect(outer.adoptedStyleSheets).toHaveLength(1)
    second?.destroy()
    expect(outer.adoptedStyleSheets).toHaveLength(0)
    outer.host.remove()
  })

  it('shares nothing with another one', async () => {
    const one = fakeBindings()
    const two = fakeBindings()
    draw({ bindings: one.bindings })
    draw({ bindings: two.bindings, messages: { run: { inParallel: 'Side by side' } } })
    await expect.element(page.getByText('Side by side', { exact: true })).toBeVisible()
    one.state.rows.editValue(one.rowIds()[0] ?? '', 'ticket', 'Changed')
    await expect.element(page.getByText('Changed')).toBeVisible()
    expect(page.getByText('Changed').elements()).toHaveLength(1)
    expect(two.valueOf(0, 'ticket')).toBe('The kettle is cracked.')
  })

  it('refuses bindings of another major version', () => {
    const { bindings } = fakeBindings()
    const host = document.createElement('div')
    expect(() => mount(host, { bindings: { ...bindings, contract: '2.0' as '1.0' } })).toThrow('2.0')
    expect(() => mount('#nowhere', { bindings })).toThrow('#nowhere')
  })

  it('tells the host what happens', async () => {
    const { bindings, state, rowIds } = fakeBindings()
    const told: string[] = []
    draw({ bindings, onEvent: (event) => told.push(event.type) })
    await expect.poll(() => told).toEqual(['ready'])
    state.rows.editValue(rowIds()[0] ?? '', 'ticket', 'a')
    state.rows.editValue(rowIds()[0] ?? '', 'ticket', 'ab')
    await expect.poll(() => told).toEqual(['ready', 'change'])
  })

  it('takes new props and keeps the rest', async () => {
    const { host, handle } = draw({ bindings: fakeBindings().bindings, theme: 'light' })
    await expect.element(page.getByTestId('run')).toBeVisible()
    const root = () => host.shadowRoot?.querySelector('.vitrine-root')
    expect(root()?.getAttribute('data-theme')).toBe('light')
    handle.update({ theme: 'dark', dir: 'rtl', tokens: { accent: 'rgb(1, 2, 3)' } })
    await expect.poll(() => root()?.getAttribute('data-theme')).toBe('dark')
    expect(root()?.getAttribute('dir')).toBe('rtl')
    const drawn = root()
    expect(drawn && getComputedStyle(drawn).getPropertyValue('--_accent')).toBe('rgb(1, 2, 3)')
  })
})

describe('the keys of a playground', () => {
  it('run everything that can run, stop it, and leave the host alone', async () => {
    const { bindings, state, asked, rowIds } = fakeBindings()
    const heard: string[] = []
    const hear = (event: KeyboardEvent) => {
      if (!event.defaultPrevented) heard.push(event.key)
    }
    addEventListener('keydown', hear)
    draw({ bindings })
    await page.getByRole('gridcell', { name: 'The kettle is cracked.' }).click()
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    expect(asked).toEqual([['run', rowIds()[0], rowIds()[1]]])
    await userEvent.keyboard('{Control>}{Shift>}{Enter}{/Shift}{/Control}')
    expect(asked.at(-1)).toEqual(['run', rowIds()[0]])
    state.execution.setProgress(() => sampleProgress({ startedAtMs: state.clock() }))
    await userEvent.keyboard('{Escape}')
    expect(asked.at(-1)).toEqual(['stop'])
    removeEventListener('keydown', hear)
    expect(heard.filter((key) => key === 'Enter' || key === 'Escape')).toEqual([])
  })

  it('can be switched off', async () => {
    const { bindings, asked } = fakeBindings()
    draw({ bindings, shortcuts: 'off' })
    await page.getByRole('gridcell', { name: 'The kettle is cracked.' }).click()
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    expect(asked).toEqual([])
  })
})
