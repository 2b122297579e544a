import type { AvailableModel, ContentPart, Message } from '@vitrine/contracts'
import { atom } from 'jotai'
import { findModel } from '@vitrine/model-catalog'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { TICKETS } from '../../fake-bindings.ts'
import { type Drawn, fakeHost } from '../../fake-host.ts'
import { PNG } from '../../attachments/fake-files.ts'
import type { PlaygroundSnapshot } from '../../state/snapshot.ts'
import { fakeService } from '../model-config/fake-service.ts'

const PICTURE = { type: 'image_url', imageUrl: { url: `data:image/png;base64,${PNG}` } } as const
const text = (words: string) => ({ type: 'text', text: words }) as const

const host = fakeHost(1300, 800)
let fake: Drawn

/** The built-in model with other abilities; null draws a mount that knows of no model. */
function draw(abilities: Partial<NonNullable<AvailableModel['capabilities']>> | null, snapshot: PlaygroundSnapshot = TICKETS): void {
  const model = findModel('demo/writer')
  const models = model?.capabilities ? [{ ...model, usable: true, capabilities: { ...model.capabilities, ...abilities } }] : []
  fake = host.draw(snapshot, { bindings: { ...(abilities && { service: fakeService(() => models) }) } })
}
const holding = (...content: readonly ContentPart[]): PlaygroundSnapshot => ({
  ...TICKETS,
  prompt: { ...TICKETS.prompt, messages: [{ role: 'user', content }] },
})
afterEach(host.clear)

const message = page.getByTestId('message').first()
const chips = message.getByTestId('attachment')
const dialog = page.getByTestId('attach-dialog')
const content = (): Message['content'] => fake.state.store.get(fake.state.prompt.draftAtom).messages[0]?.content
const bytes = Uint8Array.from(atob(PNG), (sign) => sign.charCodeAt(0))
const picture = (name = 'kettle.txt') => new File([bytes], name)
const note = (name: string) => new File(['hello'], name)

async function openDialog(): Promise<void> {
  await page.getByRole('button', { name: 'Actions of message 1' }).click()
  await page.getByRole('menuitem', { name: 'Attach images or files' }).click()
  await expect.element(dialog).toBeVisible()
}
const choose = (...files: readonly File[]) => userEvent.upload(dialog.getByTestId('attach-files'), [...files])

/** Brings files to an element as a browser does, and tells whether somebody took them. */
function bring(type: 'drop' | 'paste', files: readonly File[], words?: string): boolean {
  const dataTransfer = new DataTransfer()
  for (const file of files) dataTransfer.items.add(file)
  if (words !== undefined) dataTransfer.setData('text/plain', words)
  const how = { bubbles: true, cancelable: true, composed: true }
  const event =
    type === 'drop' ? new DragEvent(type, { ...how, dataTransfer }) : new ClipboardEvent(type, { ...how, clipboardData: dataTransfer })
  message.getByRole('textbox').element().dispatchEvent(event)
  return event.defaultPrevented
}

describe('attaching to a message', () => {
  it('takes files that are chosen, told by their bytes, in one undo step', async () => {
    draw(null)
    await openDialog()
    await choose(picture(), note('notes.md'))
    await expect.element(chips).toHaveLength(2)
    await expect.element(dialog).not.toBeInTheDocument()
    expect(content()).toEqual([
      text('Ticket: {{ticket}} Order: {{order}}'),
      PICTURE,
      { type: 'file', file: { filename: 'notes.md', fileData: 'data:text/plain;base64,aGVsbG8=' } },
    ])
    await expect.element(chips.nth(0)).toMatchTextContent(/kettle\.txt.*PNG.*73 bytes.*3 × 2/)
    await expect.element(chips.nth(0).getByRole('img', { name: 'Preview of kettle.txt' })).toBeVisible()
    await expect
      .element(message)
      .toMatchTextContent('2 attachments in this request: 153 bytes as sent. Counted neither in the tokens nor in the estimated price.')
    fake.state.undo.undo()
    await expect.element(chips).toHaveLength(0)
    expect(content()).toBe('Ticket: {{ticket}} Order: {{order}}')
    fake.state.undo.redo()
    await expect.element(chips.nth(0)).toMatchTextContent('kettle.txt')
  })
  it('takes files that are dropped on it, before the editor or the import does', async () => {
    draw(null)
    await expect.element(message.getByRole('textbox')).toBeVisible()
    expect(bring('drop', [picture()])).toBe(true)
    await expect.element(chips).toHaveLength(1)
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
    expect(content()).toEqual([text('Ticket: {{ticket}} Order: {{order}}'), PICTURE])
  })
  it('takes a picture that is pasted, and leaves text that brings one along to the editor', async () => {
    draw(null)
    await expect.element(message.getByRole('textbox')).toBeVisible()
    bring('paste', [picture('sheet.png')], 'a cell')
    expect(bring('paste', [picture('image.png')])).toBe(true)
    await expect.element(chips).toHaveLength(1)
    await expect.element(chips).toMatchTextContent('image.png')
  })
  it('says what it cannot take of many and takes the rest', async () => {
    draw(null)
    await openDialog()
    const many = Array.from({ length: 20 }, (_, index) => note(`${index + 1}.txt`))
    await choose(new File([], 'empty.txt'), new File([new Uint8Array([77, 90, 0])], 'tool.png'), ...many)
    await expect.element(chips).toHaveLength(10)
    const notice = message.getByRole('alert')
    await expect.element(notice).toMatchTextContent('12 files were not attached')
    await expect.element(notice).toMatchTextContent('It is empty: empty.txt')
    await expect.element(notice).toMatchTextContent('Its bytes are of no type that models take: tool.png')
    await expect
      .element(notice)
      .toMatchTextContent('A message holds 10 attachments, so there is no place for these: 11.txt, 12.txt, 13.txt, 14.txt, 15.txt, …')
    await notice.getByRole('button', { name: 'Dismiss' }).click()
    await expect.element(notice).not.toBeInTheDocument()
    await openDialog()
    await expect.element(dialog).toMatchTextContent('This message holds 10 attachments, which is as many as it can.')
  })
  it('refuses a file that is too large and keeps what is there', async () => {
    draw(null, holding(text('Look'), PICTURE))
    await expect.element(chips).toHaveLength(1)
    bring('drop', [new File([new Uint8Array(20_000_001)], 'film.mov')])
    await expect.element(message.getByRole('alert')).toMatchTextContent('It is larger than 20 MB: film.mov')
    expect(content()).toEqual([text('Look'), PICTURE])
  })
  it('warns of a request that a service may not take', async () => {
    draw(null)
    await expect.element(message.getByRole('textbox')).toBeVisible()
    bring('drop', [new File(['a'.repeat(3_300_000)], 'long.txt')])
    await expect
      .element(message)
      .toMatchTextContent(
        'Its attachments come to 4.4 MB as sent. A service takes 4.2 MB in one request unless its operator has allowed more.',
      )
  })
})

describe('a request that the service said it does not take', () => {
  const told = (max_body_bytes: number) => ({
    openapi: '3.1.1',
    paths: { '/services/completion/test': { post: { 'x-vitrine': { mode: 'completion' }, 'x-vitrine-limits': { max_body_bytes } } } },
  })
  it('is told with the size that it said, larger or smaller than usual', async () => {
    const schemaAtom = atom(told(1000))
    const large = { type: 'file', file: { filename: 'a.txt', fileData: `data:text/plain;base64,${'x'.repeat(2000)}` } } as const
    fake = host.draw(holding(text('Look'), large), { bindings: { schemaAtom } })
    await expect.element(message).toMatchTextContent('Its attachments come to 2 kB as sent. The service takes 1 kB in one request.')
    fake.state.store.set(schemaAtom, told(3000))
    await expect.element(message).not.toMatchTextContent('in one request')
  })
})

describe('an address', () => {
  it('is attached by keys alone, and shown as an address', async () => {
    draw(null)
    await openDialog()
    await expect.poll(() => host.active()?.getAttribute('aria-label')).toBe('Address')
    await userEvent.keyboard('http://example.org/a.png{Enter}')
    await expect.element(dialog.getByRole('alert')).toMatchTextContent('Only addresses that begin with https:// can be attached.')
    await userEvent.keyboard('{Home}{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}s{Enter}')
    await expect.element(chips).toMatchTextContent('https://example.org/a.png')
    expect(content()).toEqual([
      text('Ticket: {{ticket}} Order: {{order}}'),
      { type: 'image_url', imageUrl: { url: 'https://example.org/a.png' } },
    ])
    expect(host.shadow()?.querySelector('img') ?? null).toBeNull()
  })
  it('of a file is one of the provider’s', async () => {
    draw(null)
    await openDialog()
    await dialog.getByRole('button', { name: 'File', exact: true }).click()
    await dialog.getByRole('textbox', { name: 'Address' }).fill('https://example.org/brief.pdf')
    await dialog.getByRole('button', { name: 'Attach address' }).click()
    await expect.element(chips).toHaveLength(1)
    expect(content()).toContainEqual({ type: 'file', file: { fileId: 'https://example.org/brief.pdf' } })
  })
})

describe('what is attached', () => {
  const note2 = { type: 'file', file: { filename: 'b.txt', fileData: 'data:text/plain;base64,aGVsbG8=' } } as const
  const file = {
    type: 'file',
    file: { filename: 'a.svg', fileData: `data:image/svg+xml;base64,${btoa('<svg onload="alert(1)"/>')}` },
  } as const
  it('can be put in another order and taken away, and brought back', async () => {
    draw(null, holding(text('Look'), PICTURE, file))
    await expect.element(chips).toHaveLength(2)
    await chips.nth(0).getByRole('button', { name: 'Move Image 1 down' }).click()
    expect(content()).toEqual([text('Look'), file, PICTURE])
    await chips.nth(0).getByRole('button', { name: 'Remove a.svg' }).click()
    await expect.element(chips).toHaveLength(1)
    await chips.getByRole('button', { name: 'Remove Image 1' }).click()
    expect(content()).toBe('Look')
    await page.getByTestId('toast').getByRole('button', { name: /^Undo/ }).click()
    await expect.element(chips).toHaveLength(1)
  })
  it('is moved and taken away by keys, and the focus goes along', async () => {
    draw(null, holding(text('Look'), PICTURE, file, note2))
    await expect.element(chips).toHaveLength(3)
    const focused = () => {
      const element = host.active()
      return element?.getAttribute('aria-label') ?? element?.getAttribute('data-part')
    }
    ;(chips.nth(2).getByRole('button', { name: 'Move b.txt up' }).element() as HTMLElement).focus()
    await userEvent.keyboard('{Enter}')
    await expect.poll(focused).toBe('Move b.txt up')
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => content()).toEqual([text('Look'), note2, PICTURE, file])
    ;(chips.nth(0).getByRole('button', { name: 'Remove b.txt' }).element() as HTMLElement).focus()
    await userEvent.keyboard('{Enter}')
    await expect.poll(focused).toBe('Remove Image 1')
    await userEvent.keyboard('{Enter}')
    await expect.poll(focused).toBe('Remove a.svg')
    await userEvent.keyboard('{Enter}')
    await expect.poll(focused).toBe('editor')
    expect(content()).toBe('Look')
  })
  it('is drawn only where it is a raster picture', async () => {
    const disguised = { type: 'image_url', imageUrl: { url: `data:image/png;base64,${btoa('<svg onload="alert(1)"/>')}` } } as const
    draw(null, holding(PICTURE, file, disguised))
    await expect.element(chips).toHaveLength(3)
    await expect.element(message.getByRole('img')).toHaveLength(1)
  })
  it('stays through a change of the words and in a snapshot', async () => {
    draw(null, holding(text('Look'), PICTURE))
    const [first] = fake.state.store.get(fake.state.prompt.draftAtom).messages
    await expect.element(chips).toHaveLength(1)
    await message.getByRole('textbox').fill('See')
    expect(content()).toEqual([text('See'), PICTURE])
    expect(fake.state.snapshot().prompt.messages[0]?.content).toEqual([text('See'), PICTURE])
    expect(first?.content).toEqual([text('Look'), PICTURE])
  })
})

describe('a model that takes no images', () => {
  it('locks them with the reason', async () => {
    draw({ files: true, audio: true })
    await openDialog()
    await expect.element(dialog).toMatchTextContent('Demo writer takes no images.')
    await expect.element(dialog.getByRole('button', { name: 'Image', exact: true })).toHaveAttribute('aria-disabled', 'true')
    await choose(picture(), note('a.txt'))
    await expect.element(chips).toHaveLength(1)
    await expect.element(message.getByRole('alert')).toMatchTextContent('The model takes no attachment of this kind: kettle.txt')
  })
  it('keeps those of the draft, and says that the service refuses them', async () => {
    draw({}, holding(text('Look'), PICTURE))
    await expect.element(message).toMatchTextContent('The service refuses this prompt')
    await expect.element(message).toMatchTextContent('Demo writer takes no images.')
    expect(content()).toEqual([text('Look'), PICTURE])
  })
  it('leaves a table that is dropped to the import, and says of a picture why it is not taken', async () => {
    draw({})
    await openDialog()
    await expect.element(dialog).toMatchTextContent('Demo writer takes no images')
    await userEvent.keyboard('{Escape}')
    await expect.element(dialog).not.toBeInTheDocument()
    bring('drop', [new File([bytes], 'kettle.png', { type: 'image/png' })])
    await expect.element(message.getByRole('alert')).toMatchTextContent('The model takes no attachment of this kind: kettle.png')
    bring('drop', [new File(['ticket,order\na,b'], 'cases.csv', { type: 'text/csv' })])
    await expect.element(page.getByTestId('import-dialog')).toBeVisible()
    expect(content()).toBe('Ticket: {{ticket}} Order: {{order}}')
  })
  it('locks everything where it takes text alone', async () => {
    draw({})
    await openDialog()
    const button = dialog.getByRole('button', { name: 'Choose files' })
    await expect.element(button).toHaveAttribute('aria-disabled', 'true')
    await expect
      .element(button)
      .toHaveAttribute('title', 'Demo writer takes no images, no sound and no files. Choose another model to attach any.')
  })
})

describe('attaching in a conversation', () => {
  const drawer = page.getByTestId('drawer')
  const turns = () => fake.state.store.get(fake.state.rows.rowAtom(fake.rowIds()[0] ?? ''))?.history ?? []
  beforeEach(async () => {
    draw(null, { ...TICKETS, mode: 'chat', rows: [{ data: { ticket: 'a', order: 'b' }, history: [{ role: 'user', content: 'Hi' }] }] })
    await page.getByRole('button', { name: 'Open the conversation of case 1' }).click()
  })
  it('sends what is attached with the next message, with words or without', async () => {
    await drawer.getByTestId('attach').click()
    await choose(picture())
    await expect.element(drawer.getByTestId('attachment')).toHaveLength(1)
    await drawer.getByTestId('send').click()
    expect(turns().at(-1)).toMatchObject({ role: 'user', content: [PICTURE] })
    expect(fake.asked).toEqual([['run', fake.rowIds()[0]]])
    fake.state.store.set(fake.state.view.drawerAtom, null)
    await expect.element(page.getByText('User: 1 attachment')).toBeVisible()
  })
  it('adds to a turn that was said, as one undo step', async () => {
    await drawer
      .getByTestId('chat-message')
      .getByRole('button', { name: /^Actions of message 1/ })
      .click()
    await page.getByRole('menuitem', { name: 'Attach images or files' }).click()
    await choose(picture())
    await expect.element(drawer.getByTestId('chat-message').getByTestId('attachment')).toHaveLength(1)
    expect(turns()[0]?.content).toEqual([text('Hi'), PICTURE])
    fake.state.undo.undo()
    expect(turns()[0]?.content).toBe('Hi')
  })
})
