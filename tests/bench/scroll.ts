import type { Page } from 'playwright'
import { bringRows, onPage } from './page-rows.ts'
import { type BenchResult, compared } from './result.ts'

const ROWS = 10_000
const COLUMNS = Array.from({ length: 8 }, (_, at) => `column${at + 1}`)
const ROUNDS = 5
const SECONDS = 2
const LEAST_FRAMES = 50

/** Frames a second while the grid is scrolled, a hundred rows each second and then as fast as a thumb throws it. */
const framesWhile = (page: Page, pxPerSecond: number): Promise<number> =>
  page.evaluate(
    async ({ speed, seconds }) => {
      const scroller = [...document.querySelectorAll('[role="grid"], [role="grid"] *, :has(> [role="grid"])')].find(
        (element) => element.scrollHeight > element.clientHeight + 1000,
      )
      if (scroller === undefined) throw new Error('Nothing scrolls.')
      scroller.scrollTop = 0
      let frames = 0
      const startMs = performance.now()
      let nowMs = startMs
      while (nowMs - startMs < seconds * 1000) {
        nowMs = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
        frames += 1
        scroller.scrollTop = ((nowMs - startMs) * speed) / 1000
      }
      return frames / ((nowMs - startMs) / 1000)
    },
    { speed: pxPerSecond, seconds: SECONDS },
  )

/** Scrolling ten thousand rows of eight columns. */
export async function scrollBench(): Promise<readonly BenchResult[]> {
  return onPage({ delayMs: 0 }, async (page) => {
    await page.getByTestId('message').nth(1).locator('[data-part="editor"]').getByRole('textbox').click()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.insertText(COLUMNS.map((name) => `{{${name}}}`).join(' '))
    await bringRows(page, COLUMNS, ROWS)
    const facts = { bench: 'scroll', unit: 'ms a frame', goal: 1, peerName: `${LEAST_FRAMES} frames a second` }
    const results: BenchResult[] = []
    for (const [name, speed] of [
      ['at reading speed', 3_000],
      ['thrown', 30_000],
    ] as const) {
      const pairs: [number, number][] = []
      for (let round = 0; round < ROUNDS; round++) pairs.push([1000 / (await framesWhile(page, speed)), 1000 / LEAST_FRAMES])
      results.push(compared({ ...facts, what: `${ROWS} rows × ${COLUMNS.length} columns, ${name}` }, pairs))
    }
    return results
  })
}
