import type { Page } from 'playwright'
import { bringRows, chooseModel, onPage, runRows, setParallel } from './page-rows.ts'
import { type BenchResult, compared } from './result.ts'

const ROWS = 1000
const LATENCY_MS = 50
const ROUNDS = 3
/** The page's own control ends here. A host may give its playground more; here the worker is told more on the way to it. */
const MOST_IN_PAGE = 20

interface Told {
  readonly path?: readonly string[]
  readonly argumentList?: { value: unknown }[]
}

/** Whatever number the page tells its workers as the most at once, they hear the number that is wanted. */
async function tellMore(page: Page): Promise<void> {
  await page.addInitScript(() => {
    globalThis.Worker = class extends Worker {
      override postMessage(message: Told, options?: StructuredSerializeOptions | Transferable[]): void {
        const wanted = Number(document.documentElement.dataset['mostAtOnce'])
        const [count] = message.path?.[0] === 'limit' ? (message.argumentList ?? []) : []
        if (count !== undefined && wanted > 0) count.value = wanted
        super.postMessage(message, Array.isArray(options) ? { transfer: options } : options)
      }
    }
  })
  await page.reload()
}

async function setAtOnce(page: Page, atOnce: number): Promise<void> {
  await page.evaluate((wanted) => void (document.documentElement.dataset['mostAtOnce'] = String(wanted)), atOnce)
  // It is told where it changes.
  await setParallel(page, 1)
  await setParallel(page, MOST_IN_PAGE)
}

/** A thousand rows in the browser, from the press of Run to the last row, against the time that the upstream alone needs. */
export async function browserBatchBench(): Promise<readonly BenchResult[]> {
  const goals = [
    { atOnce: 20, goal: 1.05 },
    { atOnce: 100, goal: 1.2 },
  ]
  return onPage({ delayMs: LATENCY_MS }, async (page) => {
    await tellMore(page)
    await chooseModel(page)
    await bringRows(page, ['ticket', 'customer'], ROWS)
    await setAtOnce(page, MOST_IN_PAGE)
    await runRows(page, ROWS)
    const pairs = new Map<number, [number, number][]>(goals.map(({ atOnce }) => [atOnce, []]))
    for (let round = 0; round < ROUNDS; round++)
      for (const { atOnce } of goals) {
        await setAtOnce(page, atOnce)
        const { wallMs } = await runRows(page, ROWS)
        pairs.get(atOnce)?.push([wallMs, (ROWS * LATENCY_MS) / atOnce])
      }
    return goals.map(({ atOnce, goal }) =>
      compared(
        { bench: 'browser-batch', unit: 'ms', what: `${ROWS} rows, ${LATENCY_MS} ms upstream, ${atOnce} at once`, goal, peerName: 'ideal' },
        pairs.get(atOnce) ?? [],
      ),
    )
  })
}
