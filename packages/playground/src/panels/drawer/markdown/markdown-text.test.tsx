import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { type Drawn, fakeHost } from '../../../fake-host.ts'

const host = fakeHost(1300, 800)
let fake: Drawn

beforeEach(() => {
  fake = host.draw()
})
afterEach(host.clear)

const drawer = page.getByTestId('drawer')
const answer = drawer.getByRole('region', { name: 'Answer' })
const markdown = () => host.shadow()?.querySelector('[data-part="markdown"]') ?? null
const say = (text: string, state: 'done' | 'streaming' = 'done') =>
  fake.setCell(0, { state, text, parts: [{ index: 0, kind: 'text', text, id: '', name: '' }], provenance: null })
const show = async (text: string, state: 'done' | 'streaming' = 'done') => {
  say(text, state)
  fake.state.store.set(fake.state.view.drawerAtom, { ...fake.outputAt(0), tab: 'output' })
  await expect.poll(markdown, { timeout: 10_000 }).not.toBeNull()
}

describe('the text of an answer', () => {
  it('is what its Markdown means', async () => {
    await show(
      '# Reply\n\nDear **Ann**,\nthe `kettle` is ~~lost~~ found.\n\n1. One\n2. Two\n\n- [x] sent\n- [ ] paid\n\n| a | b |\n|---|--:|\n| 1 | 2 |',
    )
    await expect.element(answer.getByRole('heading', { name: 'Reply' })).toBeVisible()
    expect(answer.getByText('Ann', { exact: true }).element().localName).toBe('strong')
    await expect.element(answer.getByRole('table')).toMatchTextContent('ab12')
    expect(answer.getByRole('listitem').elements()).toHaveLength(4)
    await expect.element(answer.getByRole('listitem').nth(2)).toMatchTextContent('Done sent')
    await answer.getByRole('button', { name: 'Raw', exact: true }).click()
    await expect.element(answer).toMatchTextContent('# Reply')
  })

  it('keeps the ends of lines that people wrote, and makes no empty ones', async () => {
    await show('One line\nand another.\n\n- outer\n  - inner\n- last')
    const heights = [...(markdown()?.querySelectorAll('p, ul ul') ?? [])].map((one) => Math.round(one.getBoundingClientRect().height / 22))
    expect(heights).toEqual([2, 1])
    const [outer, last] = [...(markdown()?.querySelectorAll('li') ?? [])].filter((one) => one.textContent !== 'inner')
    expect((last?.getBoundingClientRect().top ?? 0) - (outer?.getBoundingClientRect().top ?? 0)).toBeLessThan(60)
  })

  it('shows code with its language, and lets nobody run anything', async () => {
    await show('```html\n<script>globalThis.wasRun = true</script>\n```\n\n<img src=x onerror="globalThis.wasRun = true"> and <b>bold</b>')
    await expect.element(answer.getByRole('group', { name: 'Code, html' })).toMatchTextContent('<script>globalThis.wasRun = true</script>')
    await expect.element(answer).toMatchTextContent('<img src=x onerror="globalThis.wasRun = true"> and <b>bold</b>')
    expect(markdown()?.querySelector('img, script, b')).toBeNull()
    expect('wasRun' in globalThis).toBe(false)
  })

  it('loads no image', async () => {
    await show('Look: ![A cat](https://images.example.org/cat.png?secret=1)')
    await expect.element(answer).toMatchTextContent('Look: Image, not loaded: A cat')
    expect(markdown()?.querySelector('img, svg image, [src]')).toBeNull()
    expect(performance.getEntriesByType('resource').some(({ name }) => name.includes('images.example.org'))).toBe(false)
  })

  it('asks before it opens what a model linked, and says where it leads', async () => {
    await show('See [your bank](https://evil.example/steal?x=1), [here](javascript:alert(1)) and [there](/local).')
    expect(markdown()?.querySelector('a')).toBeNull()
    expect(answer.getByRole('button', { name: /^(here|there)$/ }).elements()).toHaveLength(0)
    await answer.getByRole('button', { name: 'your bank' }).click()
    const dialog = page.getByRole('dialog', { name: 'Open this address?' })
    await expect.element(dialog).toMatchTextContent('evil.example')
    const link = dialog.getByRole('link', { name: 'Open in a new tab' })
    await expect.element(link).toHaveAttribute('rel', 'noopener noreferrer')
    await expect.element(link).toHaveAttribute('href', 'https://evil.example/steal?x=1')
    await userEvent.keyboard('{Escape}')
    await expect.element(dialog).not.toBeInTheDocument()
  })

  it('closes for the eye what a stream has left open, and draws only what changes', async () => {
    await show('First paragraph.\n\nSecond.\n\nThis is **very impor', 'streaming')
    const first = markdown()?.querySelector('p')
    expect(answer.getByText('very impor').element().localName).toBe('strong')
    say('First paragraph.\n\nSecond.\n\nThis is **very important** and [a li', 'streaming')
    await expect.element(answer).toMatchTextContent('very important and a li')
    expect(markdown()?.querySelector('p')).toBe(first)
  })

  it('draws notes where the text ends, and loses none', async () => {
    await show('Words[^1].\n\nMore.\n\n[^1]: The source.')
    await expect.element(answer).toMatchTextContent(/Words1\..*More\..*Footnotes.*The source\./)
    expect(markdown()?.querySelector('[id]')).toBeNull()
    say('Words[^1].\n\nMore.\n\n[^1]: The source.', 'streaming')
    await expect.element(answer).toMatchTextContent(/Words\[\^1\]\..*\[\^1\]: The source\./)
  })

  it('finds the addresses that stand elsewhere in the text', async () => {
    await show('See [the page][p].\n\nWords.\n\n[p]: https://example.org/page')
    await expect.element(answer.getByRole('button', { name: 'the page' })).toHaveAttribute('title', 'https://example.org/page')
  })

  it('shows what is too much for a parser as it is written', async () => {
    await show(`${'> '.repeat(4_000)}deep\n\nBut **this** is drawn.`)
    await expect.element(answer.getByText('this', { exact: true })).toBeVisible()
    expect(answer.getByText('this', { exact: true }).element().localName).toBe('strong')
    expect(markdown()?.querySelector('blockquote')).toBeNull()
  })

  it('draws the beginning of a very long answer, and the rest on request', async () => {
    await show(Array.from({ length: 3_000 }, (_, at) => `Paragraph **${at}** of a long answer, as long as it is.`).join('\n\n'))
    const drawn = () => markdown()?.querySelectorAll('p').length ?? 0
    expect(drawn()).toBeLessThan(1_300)
    await answer.getByRole('button', { name: /^Show the rest/ }).click()
    await expect.poll(drawn, { timeout: 8_000 }).toBe(3_000)
  })

  it('reads each block in its own direction', async () => {
    await show('Hello\n\nمرحبا بك')
    const [english, arabic] = [...(markdown()?.querySelectorAll('p') ?? [])].map((one) => getComputedStyle(one).direction)
    expect([english, arabic]).toEqual(['ltr', 'rtl'])
  })
})
