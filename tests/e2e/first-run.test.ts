import { beforeAll, describe, expect, it } from 'vitest'
import { openPage, outputOf, untilState, type WatchedPage } from '../running/browser-page.ts'
import { served } from '../running/served.ts'

describe('a first visit, with no key and no login', () => {
  const on = served()
  let visit: WatchedPage

  beforeAll(async () => {
    visit = await openPage(on.browser, on.service.origin)
    await visit.page.getByTestId('run').first().waitFor()
  })

  it('shows a loaded example, ready to run', async () => {
    const { page } = visit
    await expect.poll(() => page.title()).toBe('Playground · Vitrine')
    await expect.poll(() => page.getByTestId('message').count()).toBe(2)
    const cases = await page.getByTestId('case').count()
    expect(cases).toBeGreaterThanOrEqual(3)
    expect(await page.getByTestId('run').first().getAttribute('data-calls')).toBe(String(cases))
    await expect.poll(() => page.getByTestId('estimate').textContent(), { timeout: 10_000 }).toMatch(/\$0/)
    expect(await outputOf(page, 1).getAttribute('data-state')).toBe('ready')
  })

  it('answers every row after one click, with tokens and cost', async () => {
    const { page } = visit
    await page.getByTestId('run').first().click()
    await untilState(page, 1, 'streaming')
    const cases = await page.getByTestId('case').count()
    for (let number = 1; number <= cases; number++) await untilState(page, number, 'done')
    const first = outputOf(page, 1)
    expect(JSON.parse((await first.getByTestId('output-text').textContent()) ?? '')).toMatchObject({ intent: 'refund' })
    const label = await first.getByTestId('byline').textContent()
    expect(label).toMatch(/TTFT/)
    expect(label).toMatch(/\d+ ?in/)
    expect(label).toMatch(/\$0\.0000\d+/)
    const progress = page.getByTestId('progress')
    expect(await progress.getAttribute('data-done')).toBe(String(cases))
    expect(await progress.getAttribute('data-failed')).toBe('0')
  })

  it('sorts the example’s mail as its rules say', async () => {
    const { page } = visit
    const intents: string[] = []
    for (let number = 1; number <= (await page.getByTestId('case').count()); number++) {
      const text = (await outputOf(page, number).getByTestId('output-text').textContent()) ?? ''
      intents.push((JSON.parse(text) as { intent: string }).intent)
    }
    expect(intents).toEqual(['refund', 'delivery', 'change', 'question', 'refund', 'change', 'delivery', 'other'])
  })

  it('shows the wire, the trace and the cost of a cell', async () => {
    const { page } = visit
    await outputOf(page, 1).click()
    await page.keyboard.press('Enter')
    const drawer = page.getByTestId('drawer')
    await drawer.waitFor()
    const open = async (tab: string) => {
      await drawer.locator(`[data-testid="drawer-tab"][data-tab="${tab}"]`).click()
      return drawer.locator(`[data-testid="drawer-panel"][data-tab="${tab}"]`)
    }
    const wire = await open('wire')
    await expect.poll(() => wire.textContent()).toContain('/chat/completions')
    expect(await wire.textContent()).toContain('"writer"')
    const trace = await open('trace')
    await expect.poll(() => trace.textContent()).toContain('POST /services/completion/test')
    expect(await trace.textContent()).toMatch(/[0-9a-f]{4}/)
    const cost = await open('cost')
    await expect.poll(() => cost.textContent()).toMatch(/demo/i)
    await page.keyboard.press('Escape')
    await drawer.waitFor({ state: 'detached' })
  })

  it('runs the rows in a worker', () => expect(visit.page.workers().length).toBeGreaterThan(0))

  it('marks results stale when the prompt changes, and brings them back with undo', async () => {
    const { page } = visit
    const editor = page.getByTestId('message').nth(1).getByRole('textbox')
    await editor.click()
    await page.keyboard.press('End')
    await page.keyboard.type(' please')
    await untilState(page, 1, 'stale')
    await page.keyboard.press('ControlOrMeta+z')
    await untilState(page, 1, 'done')
    expect(await outputOf(page, 1).getAttribute('data-state')).toBe('done')
  })

  it('stores nothing, and a reload clears the draft', async () => {
    const { page, context } = visit
    await page.getByTestId('add-message').click()
    expect(await page.getByTestId('message').count()).toBe(3)
    const kept = await page.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      address: location.href,
    }))
    expect(kept).toEqual({ local: 0, session: 0, databases: 0, address: `${on.service.origin}/` })
    expect(await context.cookies()).toEqual([])
    await page.reload()
    await page.getByTestId('run').first().waitFor()
    await expect.poll(() => page.getByTestId('message').count()).toBe(2)
    expect(await outputOf(page, 1).getAttribute('data-state')).toBe('ready')
  })

  it('breaks no policy, logs nothing and asks nobody else', () => {
    expect(visit.complaints).toEqual([])
    expect(visit.strangers).toEqual([])
  })
})
