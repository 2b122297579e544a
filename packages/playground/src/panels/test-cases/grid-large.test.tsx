import { afterEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { fakeHost } from '../../fake-host.ts'

const COLUMNS = Array.from({ length: 8 }, (_, at) => `column_${at + 1}`)
const PROMPT = COLUMNS.map((name) => `{{${name}}}`).join(' ')

const host = fakeHost(1400)

async function draw(count: number) {
  const rows = Array.from({ length: count }, (_, row) => ({
    data: Object.fromEntries(COLUMNS.map((name, at) => [name, `value ${row} of ${at}`])),
  }))
  const fake = host.draw({
    v: 1,
    mode: 'completion',
    prompt: { messages: [{ role: 'user', content: PROMPT }], llmConfig: { model: 'demo/writer' }, templateFormat: 'curly' },
    columns: [
      { name: 'column_2', type: 'number' },
      { name: 'column_3', type: 'json' },
    ],
    rows,
  })
  await expect.element(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(count + 1))
  await expect.element(page.getByText('value 0 of 0')).toBeVisible()
  return fake
}

afterEach(host.clear)

const frame = () => new Promise<number>(requestAnimationFrame)

/** How much of the page was made, moved or rewritten until what the work changed is drawn; what time it takes is for the benchmarks. */
async function changes(work: () => void): Promise<number> {
  let count = 0
  const observer = new MutationObserver((records) => {
    for (const { type, addedNodes, removedNodes } of records) count += type === 'childList' ? addedNodes.length + removedNodes.length : 1
  })
  observer.observe(page.getByRole('grid').element().getRootNode(), {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  })
  work()
  for (let frames = 0; frames < 3; frames += 1) await frame()
  observer.disconnect()
  return count
}

async function typing(count: number): Promise<readonly number[]> {
  const { state } = await draw(count)
  const id = state.store.get(state.prompt.draftAtom).messages[0]?.id ?? ''
  const all: number[] = []
  for (let key = 0; key < 10; key += 1)
    all.push(await changes(() => state.prompt.editMessage(id, { content: `${PROMPT} ${'x'.repeat(key + 1)}` })))
  host.clear()
  return all
}

async function scrolling(count: number): Promise<readonly number[]> {
  await draw(count)
  const grid = page.getByRole('grid').element()
  const all: number[] = []
  for (let step = 1; step <= 20; step += 1)
    all.push(
      await changes(() => {
        grid.scrollTop = step * 60
      }),
    )
  expect(grid.querySelectorAll('[role="row"]').length).toBeLessThan(60)
  host.clear()
  return all
}

const most = (counts: readonly number[]) => Math.max(...counts)

describe('ten thousand cases of eight columns', () => {
  it('change no more of the page with a key in the prompt than a hundred do', async () => {
    const few = most(await typing(100))
    expect(few).toBeGreaterThan(0)
    expect(most(await typing(10_000))).toBeLessThanOrEqual(few * 1.5)
  }, 120_000)

  it('change no more of it than a hundred when they are scrolled', async () => {
    const few = most(await scrolling(100))
    expect(few).toBeGreaterThan(0)
    expect(most(await scrolling(10_000))).toBeLessThanOrEqual(few * 1.5)
  }, 120_000)
})
