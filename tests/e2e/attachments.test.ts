import { anthropicStream, chatStream, type FakeProvider, jsonReply, responsesStream, startFakeProvider } from '@vitrine/testkit'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { barriersOf } from '../running/barriers-of.ts'
import { launchBrowser, outputOf, untilState, type WatchedPage } from '../running/browser-page.ts'
import { chooseModel, drawerPanel, keepCases, openPlayground } from '../running/playground-page.ts'
import { type ServiceProcess, startService } from '../running/service-process.ts'

/** A picture of 64 by 48 pixels, padded behind its end so that it is long enough to be folded. */
const PICTURE = Buffer.concat([
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAEAAAAAwCAIAAAAuKetIAAAAQ0lEQVR42u3PQQkAAAgEsItiVCMY2Qp+hcEKLNXzWgQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQErhYAUEDTb0dXQwAAAABJRU5ErkJggg==',
    'base64',
  ),
  Buffer.alloc(3000, 7),
])
const BASE64 = PICTURE.toString('base64')
const DATA_URL = `data:image/png;base64,${BASE64}`

describe('a picture that is attached', () => {
  let service: ServiceProcess
  let responses: ServiceProcess
  let provider: FakeProvider
  let browser: Browser
  beforeAll(async () => {
    provider = await startFakeProvider()
    const setUp = {
      OPENAI_API_KEY: 'sk-test-0123456789',
      OPENAI_BASE_URL: provider.baseUrl,
      ANTHROPIC_API_KEY: 'sk-test-0123456789',
      ANTHROPIC_BASE_URL: provider.baseUrl,
      LITELLM_API_KEY: 'sk-test-0123456789',
      LITELLM_BASE_URL: provider.baseUrl,
    }
    ;[service, responses, browser] = await Promise.all([
      startService(setUp),
      startService({ ...setUp, VITRINE_RESPONSES_PROVIDERS: 'openai' }),
      launchBrowser(),
    ])
    provider.respond(({ path }) => {
      if (path.endsWith('/models') || path.endsWith('/info')) return jsonReply({ data: [] })
      if (path.endsWith('/messages')) return anthropicStream('A kettle.')
      return path.endsWith('/responses') ? responsesStream('A kettle.') : chatStream('A kettle.')
    })
  })
  afterAll(async () => {
    await browser?.close()
    await Promise.all([service?.stop(), responses?.stop(), provider?.close()])
  })

  const attached = (page: Page) => page.getByTestId('message').nth(1).getByTestId('attachment')
  async function openDialog(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Actions of message 2' }).click()
    await page.getByRole('menuitem', { name: 'Attach images or files' }).click()
    await page.getByTestId('attach-dialog').waitFor()
  }
  async function attach(origin: string, model: string): Promise<WatchedPage> {
    const visit = await openPlayground(browser, origin)
    const { page } = visit
    await keepCases(page, 1)
    await chooseModel(page, model)
    await openDialog(page)
    await page.getByTestId('attach-files').setInputFiles({ name: 'kettle.txt', mimeType: 'text/plain', buffer: PICTURE })
    await attached(page).waitFor()
    await openDialog(page)
    await page.getByRole('textbox', { name: 'Address' }).fill('https://pictures.example.org/lid.png')
    await page.keyboard.press('Enter')
    await attached(page).nth(1).waitFor()
    return visit
  }

  it.each([
    [
      'chat completions',
      () => service,
      'openai/gpt-4o-mini',
      { type: 'image_url', image_url: { url: DATA_URL } },
      { type: 'image_url', image_url: { url: 'https://pictures.example.org/lid.png' } },
    ],
    [
      'the Responses API',
      () => responses,
      'openai/gpt-4o-mini',
      { type: 'input_image', image_url: DATA_URL },
      { type: 'input_image', image_url: 'https://pictures.example.org/lid.png' },
    ],
    [
      'the Messages API',
      () => service,
      'anthropic/claude-haiku-4-5',
      { type: 'image', source: { type: 'base64', media_type: 'image/png', data: BASE64 } },
      { type: 'image', source: { type: 'url', url: 'https://pictures.example.org/lid.png' } },
    ],
  ] as const)('reaches %s as it spells it, whole, and is folded where it is shown', async (_, at, model, inline, byAddress) => {
    const { page, complaints, strangers, context } = await attach(at().origin, model)
    await page.getByTestId('run').first().click()
    await untilState(page, 1, 'done')
    const sent = provider.requests.at(-1)?.text ?? ''
    expect(sent).toContain(JSON.stringify(inline))
    expect(sent).toContain(JSON.stringify(byAddress))

    await outputOf(page, 1).click()
    await page.keyboard.press('Enter')
    const prompt = await drawerPanel(page, 'prompt')
    await prompt.getByTestId('attachment').first().waitFor()
    expect(await prompt.getByTestId('attachment').count()).toBe(2)
    const wire = await drawerPanel(page, 'wire')
    await expect.poll(() => wire.textContent()).toMatch(/<(?:image\/png|base64) 3 kB sha256:[0-9a-f]{16}>/)
    await wire.getByRole('button', { name: 'Service', exact: true }).click()
    await expect.poll(() => wire.textContent()).toContain('<image/png 3 kB>')
    expect(await wire.textContent()).not.toContain(BASE64.slice(0, 200))
    // What stands at an address is shown by the address; nobody on this side fetches it.
    expect(strangers).toEqual([])
    expect(complaints).toEqual([])
    await context.close()
  })

  it('goes with sound and a file into a conversation, and on with every turn', async () => {
    const { page, complaints, context } = await openPlayground(browser, service.origin)
    await keepCases(page, 1)
    // Nothing is known of it, so nothing is locked.
    await chooseModel(page, 'litellm/house-model')
    await page.getByTestId('mode').getByRole('button', { name: 'Chat' }).click()
    await page.getByRole('button', { name: 'Open the conversation of case 1' }).click()
    const drawer = page.getByTestId('drawer')
    await drawer.getByTestId('attach').click()
    const sound = Buffer.from('RIFF\0\0\0\0WAVEfmt data')
    await page.getByTestId('attach-files').setInputFiles([
      { name: 'kettle.png', mimeType: '', buffer: PICTURE },
      { name: 'whistle', mimeType: '', buffer: sound },
      { name: 'brief.pdf', mimeType: '', buffer: Buffer.from('%PDF-1.7') },
    ])
    await drawer.getByTestId('attachment').nth(2).waitFor()
    await drawer.getByTestId('composer').fill('What is it?')
    const said = {
      role: 'user',
      content: [
        { type: 'text', text: 'What is it?' },
        { type: 'image_url', image_url: { url: DATA_URL } },
        { type: 'input_audio', input_audio: { data: sound.toString('base64'), format: 'wav' } },
        { type: 'file', file: { file_data: `data:application/pdf;base64,${btoa('%PDF-1.7')}`, filename: 'brief.pdf' } },
      ],
    }
    const sentMessages = () =>
      (JSON.parse(provider.requests.at(-1)?.text ?? '{}') as { readonly messages?: readonly unknown[] }).messages ?? []
    await page.keyboard.press('Enter')
    await drawer.getByText('A kettle.').waitFor()
    expect(sentMessages().at(-1)).toEqual(said)
    await drawer.getByTestId('composer').fill('Is it broken?')
    await page.keyboard.press('Enter')
    await expect.poll(() => sentMessages().at(-1)).toEqual({ role: 'user', content: 'Is it broken?' })
    expect(sentMessages().at(-3)).toEqual(said)
    expect(await drawer.getByTestId('chat-message').first().getByTestId('attachment').count()).toBe(3)
    expect(complaints).toEqual([])
    await context.close()
  })

  it('keeps its type, its place and its words through an export and an import', async () => {
    const { page, complaints, context } = await attach(service.origin, 'openai/gpt-4o-mini')
    await page.getByTestId('export').click()
    await page.getByRole('radio', { name: 'Everything as a snapshot' }).check()
    const download = page.waitForEvent('download')
    await page.getByTestId('export-dialog').getByRole('button', { name: 'Save' }).click()
    const path = await (await download).path()
    const other = await openPlayground(browser, service.origin)
    await other.page.getByTestId('import').click()
    await other.page.locator('input[type="file"]').last().setInputFiles(path)
    const dialog = other.page.getByRole('dialog')
    for (const name of ['Continue', 'Continue', 'Replace']) await dialog.getByRole('button', { name, exact: true }).click()
    await dialog.getByRole('button', { name: 'Import 1 case' }).click()
    await attached(other.page).nth(1).waitFor()
    expect(await attached(other.page).first().textContent()).toContain('PNG')
    expect(complaints).toEqual([])
    await Promise.all([context.close(), other.context.close()])
  })

  it('is refused with the service’s reason where the model takes none, and stays in the draft', async () => {
    const { page, context } = await attach(service.origin, 'openai/gpt-4o-mini')
    await chooseModel(page, 'demo/writer')
    await page.getByText('The service refuses this prompt').waitFor()
    expect(await attached(page).count()).toBe(2)
    await page.getByTestId('run').first().click()
    await untilState(page, 1, 'failed')
    expect(await outputOf(page, 1).textContent()).toContain('does not take an image')
    await context.close()
  })

  it('stands in no reader’s way, in either theme', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const visit = await openPlayground(browser, service.origin, { colorScheme })
      const { page } = visit
      await openDialog(page)
      expect(await barriersOf(page, { rules: 'all' })).toEqual([])
      await page.keyboard.press('Escape')
      await page.getByTestId('attach-dialog').waitFor({ state: 'detached' })
      await chooseModel(page, 'openai/gpt-4o-mini')
      await openDialog(page)
      await page.getByTestId('attach-files').setInputFiles([
        { name: 'kettle.png', mimeType: 'image/png', buffer: PICTURE },
        { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
        { name: 'notes.md', mimeType: 'text/plain', buffer: Buffer.from('a'.repeat(3_300_000)) },
      ])
      await attached(page).nth(1).waitFor()
      await chooseModel(page, 'demo/writer')
      await page.getByText('The service refuses this prompt').waitFor()
      expect(await barriersOf(page, { rules: 'all' })).toEqual([])
      await visit.context.close()
    }
  })
})
