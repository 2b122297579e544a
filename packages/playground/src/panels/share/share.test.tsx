import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { TICKETS } from '../../fake-bindings.ts'
import { type DrawOptions, type Drawn, fakeHost } from '../../fake-host.ts'
import { decodeLink } from '../../exchange/link/decode-link.ts'
import { encodeLink } from '../../exchange/link/encode-link.ts'
import type { LinkReading } from '../../exchange/link/link-reading.ts'
import type { PlaygroundSnapshot } from '../../state/snapshot.ts'

const host = fakeHost(1400, 800)
let fake: Drawn

function begin(initial?: PlaygroundSnapshot, rest: DrawOptions = {}): void {
  fake = host.draw(initial, { linkTo: (fragment) => `https://x.example/playground${fragment}`, ...rest })
}
afterEach(host.clear)

const dialog = () => page.getByTestId('share-dialog')
const notice = (code: string) => page.elementLocator(host.shadow()?.querySelector(`[data-code="${code}"]`) ?? document.createElement('i'))
const linkText = async () =>
  (await expect.element(dialog().getByTestId('share-link')).toBeVisible(), dialog().getByTestId('share-link').element() as HTMLInputElement)
    .value
const held = async (link: string) => {
  const reading = await decodeLink(new URL(link).hash)
  if (reading?.ok !== true) throw new Error('It was refused.')
  return reading.snapshot
}
/** Letters that no compression makes fewer of. */
function noise(length: number): string {
  let seed = 7
  return Array.from({ length }, () => {
    seed = (seed * 48_271) % 2_147_483_647
    return String.fromCharCode(97 + (seed % 26))
  }).join('')
}

describe('sharing', () => {
  it('gives a link that holds the work, without results, behind the address of the host', async () => {
    begin()
    fake.setCell(0, { state: 'done', text: 'A secret answer.' })
    await page.getByTestId('share').click()
    const link = await linkText()
    expect(link).toMatch(/^https:\/\/x\.example\/playground#vitrine=/)
    expect(await held(link)).toEqual(fake.state.snapshot())
    expect(JSON.stringify(await held(link))).not.toContain('A secret answer.')
  })

  it('leaves the cases out where they stay here', async () => {
    begin()
    await page.getByTestId('share').click()
    const before = await linkText()
    await dialog().getByRole('checkbox', { name: 'The 3 cases' }).click()
    await expect.poll(linkText).not.toBe(before)
    expect((await held(await linkText())).rows).toEqual([{ data: {} }])
  })

  it('says by how much a link would be too large, and what would help', async () => {
    begin({ ...TICKETS, rows: [{ data: { ticket: noise(30_000) } }] })
    await page.getByTestId('share').click()
    await expect.element(dialog().getByText(/This is [\d.,]+ kB too large for a link/)).toBeVisible()
    await expect.element(dialog().getByText(/Without the cases it would be 0\.\d kB/)).toBeVisible()
    await dialog().getByRole('checkbox', { name: 'The one case' }).click()
    expect((await held(await linkText())).prompt).toEqual(TICKETS.prompt)
  })

  it('warns where something looks like a key, and says where', async () => {
    begin({ ...TICKETS, rows: [{ data: { ticket: 'sk-proj-abcdefghijklmnop1234' } }] })
    await page.getByTestId('share').click()
    await expect.element(dialog().getByText('Something here looks like a key')).toBeVisible()
    await expect.element(dialog().getByText('Case 1, ticket')).toBeVisible()
  })

  it('names the settings that do not go along', async () => {
    begin({ ...TICKETS, prompt: { ...TICKETS.prompt, llmConfig: { model: 'm', extraBody: { api_base: 'https://y.example' } } } })
    await page.getByTestId('share').click()
    await expect.element(dialog().getByText(/extraBody\.api_base/)).toBeVisible()
    expect((await held(await linkText())).prompt.llmConfig.extraBody).toEqual({})
  })

  it('offers files alone where the host opens no links', async () => {
    host.draw()
    await page.getByTestId('share').click()
    await expect.element(dialog().getByText('This application takes no links. A file goes everywhere.')).toBeVisible()
    await expect.element(dialog().getByTestId('share-report')).toBeVisible()
    expect(dialog().getByTestId('share-link').elements()).toHaveLength(0)
  })
})

const OTHER: PlaygroundSnapshot = {
  v: 1,
  mode: 'completion',
  prompt: { messages: [{ role: 'user', content: 'Sing {{__proto__}}' }], llmConfig: { model: 'demo/other' }, templateFormat: 'mustache' },
  variants: [{ messages: [{ role: 'user', content: 'Hum {{a}}' }], llmConfig: { model: 'demo/hummer' } }],
  rows: [{ data: { a: '<img src=x onerror=alert(1)>' } }, { data: { a: '2' } }],
}
async function readingOf(snapshot: PlaygroundSnapshot): Promise<LinkReading> {
  const link = await encodeLink(snapshot)
  const reading = link.ok ? await decodeLink(link.fragment) : null
  if (reading === null) throw new Error('There is a link.')
  return reading
}
const modelNow = () => fake.state.store.get(fake.state.prompt.draftAtom).llmConfig.model

describe('a link that is opened', () => {
  it('is there at once where the host says so, before anything is drawn even, says what it holds and runs nothing', async () => {
    begin()
    const opened = readingOf(OTHER).then((reading) => fake.handle.openLink(reading, 'load'))
    await expect.element(page.getByText('Loaded from a link')).toBeVisible()
    await opened
    for (const words of ['1 message', '2 variants', '2 cases', 'Model demo/other', 'Model demo/hummer'])
      await expect.element(page.getByText(words, { exact: true }).first()).toBeVisible()
    expect(fake.state.snapshot()).toEqual(OTHER)
    expect(fake.asked.filter(([name]) => name !== 'stop')).toEqual([])
  })

  it('gives way with one undo, and the results that were there are back', async () => {
    begin()
    fake.setCell(0, { state: 'done', text: 'An answer.' })
    const before = fake.state.snapshot()
    await fake.handle.openLink(await readingOf(OTHER), 'load')
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
    expect(fake.state.snapshot()).toEqual(before)
    await expect.element(page.getByText('An answer.').first()).toBeVisible()
    await expect.poll(() => page.getByText('Loaded from a link').elements().length).toBe(0)
  })

  it('stays where it is kept, and its notice goes with the first change', async () => {
    begin()
    await fake.handle.openLink(await readingOf(OTHER), 'load')
    await expect.element(page.getByRole('button', { name: 'Keep' })).toBeVisible()
    const keep = page.getByRole('button', { name: 'Keep' }).element()
    if (keep instanceof HTMLElement) keep.focus()
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => page.getByText('Loaded from a link').elements().length).toBe(0)
    await expect.poll(() => host.active()?.closest('[role="grid"]') ?? null).not.toBeNull()
    expect(modelNow()).toBe('demo/other')
    await fake.handle.openLink(await readingOf(OTHER), 'load')
    await expect.element(page.getByText('Loaded from a link')).toBeVisible()
    fake.state.prompt.patch({ llmConfig: { model: 'demo/third' } })
    await expect.poll(() => page.getByText('Loaded from a link').elements().length).toBe(0)
    expect(modelNow()).toBe('demo/third')
  })

  it('is asked for where somebody is at work, and changes nothing until it was said', async () => {
    begin()
    const before = fake.state.snapshot()
    await fake.handle.openLink(await readingOf(OTHER))
    const question = page.getByTestId('link-question')
    await expect.element(question.getByText(/your 3 cases, results included/)).toBeVisible()
    expect(fake.state.snapshot()).toEqual(before)
    await question.getByRole('button', { name: 'Keep mine' }).click()
    await expect.poll(() => question.elements().length).toBe(0)
    expect(fake.state.snapshot()).toEqual(before)
    await fake.handle.openLink(await readingOf(OTHER))
    await question.getByRole('button', { name: 'Open it' }).click()
    await expect.element(page.getByText('Loaded from a link')).toBeVisible()
    expect(fake.state.snapshot()).toEqual(OTHER)
  })

  it('is refused with the reason, and nothing changes', async () => {
    begin()
    const before = fake.state.snapshot()
    const reading = await decodeLink(`#vitrine=${'A'.repeat(60_000)}`)
    if (reading !== null) await fake.handle.openLink(reading, 'load')
    await expect.element(page.getByText('This link was not opened. Nothing was changed.')).toBeVisible()
    await expect.element(page.getByText(/The link has 60,000 characters/)).toBeVisible()
    expect(fake.state.snapshot()).toEqual(before)
    expect(notice('link-refused').element()).toBeTruthy()
    await userEvent.keyboard('{Tab}')
    await page.getByRole('button', { name: 'Close', exact: true }).click()
    await expect.poll(() => page.getByText('This link was not opened. Nothing was changed.').elements().length).toBe(0)
  })
})
