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
const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
/** From before some work until what it changed is drawn. Milliseconds. */
async function worked(work: () => void): Promise<number> {
  await frame()
  const before = performance.now()
  work()
  await frame()
  await new Promise((done) => {
    setTimeout(done)
  })
  return performance.now() - before
}

async function typing(count: number): Promise<number> {
  const { state } = await draw(count)
  const id = state.store.get(state.prompt.draftAtom).messages[0]?.id ?? ''
  const times: number[] = []
  for (let key = 0; key < 25; key += 1)
    times.push(await worked(() => state.prompt.editMessage(id, { content: `${PROMPT} ${'x'.repeat(key + 1)}` })))
  host.clear()
  return median(times)
}

async function scrolling(count: number): Promise<number> {
  await draw(count)
  const grid = page.getByRole('grid').element()
  const times: number[] = []
  for (let step = 1; step <= 40; step += 1)
    times.push(
      await worked(() => {
        grid.scrollTop = step * 60
      }),
    )
  host.clear()
  return median(times)
}

/** Frames on a busy machine are as long as they are: what counts is that many cases make them no longer than few do. */
const AS_MUCH = 2.5

describe('ten thousand cases of eight columns', () => {
  it('make no key in the prompt slower than a hundred do', async () => {
    const few = await typing(100)
    expect((await typing(10_000)) / few).toBeLessThan(AS_MUCH)
  }, 120_000)
  it('are scrolled as fast as a hundred', async () => {
    const few = await scrolling(100)
    expect((await scrolling(10_000)) / few).toBeLessThan(AS_MUCH)
  }, 120_000)
})
