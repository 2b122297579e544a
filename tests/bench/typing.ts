import { mainThreadClock } from './main-thread.ts'
import { bringRows, onPage } from './page-rows.ts'
import { type BenchResult, compared } from './result.ts'

const ROWS = 10_000
const ROUNDS = 3
const TEXT = 'The quick brown fox jumps over the lazy dog, and over again.'
const KEY_MS = 16
/** What a key sets off is over by then; the next key comes after it, as from a quick hand. */
const SETTLED_MS = 90

/** The work of the page's own thread for a key that is typed into a prompt with ten thousand rows, all that it sets off included. */
export async function typingBench(): Promise<readonly BenchResult[]> {
  return onPage({ delayMs: 0 }, async (page) => {
    await bringRows(page, ['ticket', 'customer'], ROWS)
    const busyMs = await mainThreadClock(page)
    await page.getByTestId('message').nth(0).locator('[data-part="editor"]').getByRole('textbox').click()
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.type(TEXT, { delay: SETTLED_MS })
    const pairs: [number, number][] = []
    const medians: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const keysMs: number[] = []
      for (const key of TEXT) {
        const before = await busyMs()
        await page.keyboard.type(key)
        await page.waitForTimeout(SETTLED_MS)
        keysMs.push((await busyMs()) - before)
      }
      keysMs.sort((a, b) => a - b)
      pairs.push([keysMs[Math.floor(keysMs.length * 0.95)] ?? Number.NaN, KEY_MS])
      medians.push(keysMs[Math.floor(keysMs.length / 2)] ?? Number.NaN)
    }
    console.log(`  half of the keys take ${medians.map((value) => value.toFixed(1)).join(', ')} ms or less`)
    return [compared({ bench: 'typing', what: `p95 of a key, ${ROWS} rows`, unit: 'ms', goal: 1, peerName: 'a frame' }, pairs)]
  })
}
