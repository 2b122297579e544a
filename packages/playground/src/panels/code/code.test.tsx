import type { VitrineClient } from '@vitrine/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { type FakeBindings, fakeBindings } from '../../fake-bindings.ts'
import { fakeHost } from '../../fake-host.ts'

type Body = Parameters<VitrineClient['preview']>[1]

const host = fakeHost(1300, 800)
let fake: FakeBindings
let previewed: Body[]
let answers: boolean
/** What the service writes instead of a ticket. */
let shownAs: string | null

const request = (body: string) => ({
  method: 'POST',
  url: 'https://api.example.org/v1/chat/completions',
  headers: { authorization: '***' },
  body,
})
/** Renders as the service does, as far as these cases need. */
const bodyOf = ({ inputs }: Body): string =>
  JSON.stringify({
    model: 'm',
    messages: [{ role: 'user', content: `Ticket: ${shownAs ?? String(inputs['ticket'])} Order: ${String(inputs['order'])}` }],
  })

const client: VitrineClient = {
  run: () => noEvents(),
  raw: () => noEvents(),
  batch: () => noEvents(),
  runOnce: async () => ({ ok: false, failure: { code: 'offline', message: '' } }),
  models: async () => ({ ok: true, value: { default_model: 'm', models: [] } }),
  schema: async () => ({ ok: false, failure: { code: 'offline', message: '' } }),
  devToken: async () => ({ ok: false, failure: { code: 'offline', message: '' } }),
  dispose: () => undefined,
  preview: async (_, body) => {
    previewed.push(body)
    if (!answers) return { ok: false, failure: { code: 'invalid_request', message: 'The model is not known.', status: 422 } }
    return {
      ok: true,
      value: {
        version: '3.0',
        model: 'm',
        provider: 'openai',
        messages: [],
        request: request(bodyOf(body)),
        settings: { sent: {}, dropped: [], changed: [] },
        tokens: { input: 1, max_output: null },
        price: { low: null, high: null, source: 'unknown' },
      },
    }
  },
}
async function* noEvents(): AsyncGenerator<never> {
  // Nothing is run here.
}

function open(service: boolean): void {
  host.mount({ bindings: { ...fake.bindings, ...(service && { service: { client, projectId: 'p' } }) } })
}
const openTab = (index: number) => fake.state.store.set(fake.state.view.drawerAtom, { ...fake.outputAt(index), tab: 'code' })

beforeEach(() => {
  fake = fakeBindings()
  previewed = []
  answers = true
  shownAs = null
})
afterEach(host.clear)

const drawer = page.getByTestId('drawer')
const program = page.getByRole('group', { name: 'The program' })
const language = (name: string) => page.getByRole('combobox', { name: 'Language' }).selectOptions(name)
const press = (name: string) => page.getByRole('button', { name, exact: true }).click()

describe('the code tab', () => {
  it('shows what a case would send, and says so', async () => {
    open(true)
    openTab(0)
    await expect.element(program).toMatchTextContent(/curl -sSN https:\/\/api\.example\.org.*Ticket: The kettle is cracked\. Order: A-1/s)
    await expect.element(drawer).toMatchTextContent('Makes the request that this case would send now.')
    await expect.element(drawer).toMatchTextContent('The key comes from the environment: OPENAI_API_KEY.')
  })

  it('makes the request of a run again, and asks nobody', async () => {
    const body = JSON.stringify({ model: 'm', messages: [{ role: 'user', content: 'As it went out' }], stream: true })
    fake.setCell(0, {
      state: 'done',
      request: {
        url: 'https://s.test/services/completion/test?project_id=p',
        body: { ag_config: { prompt: { messages: [], llm_config: { model: 'openai/m' } } }, inputs: {} },
      },
      wire: [{ attempt: 1, request: request(body), times: { queued: 0, connected: null, firstByte: null, firstToken: null, end: null } }],
    })
    open(false)
    openTab(0)
    await expect.element(program).toMatchTextContent('"content": "As it went out"')
    await expect.element(drawer).toMatchTextContent('Makes the last request of this case’s run again.')
    await press('At once')
    await expect.element(program).not.toMatchTextContent('"stream"')
    await language('service-curl')
    await expect.element(program).toMatchTextContent(/s\.test\/services\/completion\/test.*Bearer \$VITRINE_TOKEN/s)
    expect(previewed).toEqual([])
  })

  it('is a function of the variables, also for a case without values', async () => {
    open(true)
    openTab(2)
    await expect.element(drawer.getByRole('status').filter({ hasText: 'A value is missing: order.' })).toBeVisible()
    expect(previewed).toEqual([])
    await press('Take a function')
    await language('typescript-openai')
    await expect.element(program).toMatchTextContent('function complete({ ticket, order }: { ticket: string; order: string })')
    await expect.element(program).toMatchTextContent('complete({ ticket: "Nothing came.", order: "" })')
    await language('service-fetch')
    await expect.element(program).toMatchTextContent('complete({ ticket: "Nothing came.", order: "" })')
    expect(previewed).toHaveLength(1)
  })

  it('puts long data back that the service shows only by its digest', async () => {
    const base64 = btoa('x'.repeat(1_500))
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode('x'.repeat(1_500)))
    const start = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0'))
      .join('')
      .slice(0, 16)
    fake.state.rows.editValue(fake.rowIds()[0] ?? '', 'ticket', `data:image/png;base64,${base64}`)
    shownAs = `<image/png 2 kB sha256:${start}>`
    open(true)
    openTab(0)
    await expect.element(program).toMatchTextContent(/data:image\/png;base64,eHh4.*more characters/s)
    await expect.element(drawer).toMatchTextContent('Copy takes them whole.')
    await expect.element(drawer).not.toMatchTextContent('sha256')
  })

  it('keeps the choice from case to case', async () => {
    open(true)
    openTab(0)
    await language('python-openai')
    await expect.element(program).toMatchTextContent('from openai import OpenAI')
    openTab(1)
    await expect.element(program).toMatchTextContent(/from openai import OpenAI.*Where is my parcel\?/s)
  })

  it('says in words what a language cannot, what the service refuses, and that nobody can be asked', async () => {
    open(true)
    openTab(0)
    await language('python-anthropic')
    await expect.element(page.getByTestId('error-notice')).toMatchTextContent('This client speaks another API than the request does.')
    answers = false
    fake = fakeBindings()
    open(true)
    openTab(0)
    await expect.element(page.getByTestId('error-notice')).toMatchTextContent('The model is not known.')
    fake = fakeBindings()
    open(false)
    openTab(0)
    await expect.element(page.getByTestId('error-notice')).toHaveAttribute('data-code', 'no_service')
  })

  it('numbers lines without a word of it in the text', async () => {
    open(true)
    openTab(0)
    await expect.element(program).toBeVisible()
    const text = program.element().textContent
    expect(text.startsWith('curl -sSN')).toBe(true)
    expect(text.endsWith('\nJSON\n')).toBe(true)
    expect(getComputedStyle(program.element().querySelector('span') ?? host.element(), '::before').content).toContain('counter')
  })

  it('is reached by keys alone', async () => {
    open(true)
    fake.state.store.set(fake.state.view.drawerAtom, { ...fake.outputAt(0), tab: 'output' })
    await drawer.getByRole('tab', { name: 'Output' }).click()
    await userEvent.keyboard('{End}')
    await expect.element(drawer.getByTestId('drawer-panel')).toHaveAttribute('data-tab', 'code')
    await expect.element(program).toBeVisible()
    const list = page.getByRole('combobox', { name: 'Language' }).element()
    const root = list.getRootNode()
    await userEvent.keyboard('{Tab}{Tab}')
    expect(root instanceof ShadowRoot && root.activeElement).toBe(list)
    await userEvent.keyboard('Python')
    await expect.element(program).toMatchTextContent('from openai import OpenAI')
  })
})

describe('the code dialog', () => {
  it('shows the prompt as it is, with the case in view', async () => {
    open(true)
    fake.state.store.set(fake.state.view.cursorAtom, { rowId: fake.rowIds()[1] ?? '', column: 'ticket' })
    await page.getByTestId('code').click()
    const dialog = page.getByRole('dialog', { name: 'Code for case 2' })
    await expect.element(dialog).toMatchTextContent(/Where is my parcel\?/)
    await userEvent.keyboard('{Escape}')
    await expect.element(dialog).not.toBeInTheDocument()
  })
})
