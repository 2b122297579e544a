import { bringRows, chooseModel, onPage, runRows, setParallel } from './page-rows.ts'
import { type BenchResult, compared } from './result.ts'

const ROWS = 1000
const LATENCY_MS = 50
const ROUNDS = 3
/** The page's own control ends here; more is asked for on the way to the service. */
const MOST_IN_PAGE = 20

/** A thousand rows in the browser, from the press of Run to the last row, against the time that the upstream alone needs. */
export async function browserBatchBench(): Promise<readonly BenchResult[]> {
  const goals = [
    { atOnce: 20, goal: 1.05 },
    { atOnce: 100, goal: 1.2 },
  ]
  return onPage({ delayMs: LATENCY_MS }, async (page) => {
    await chooseModel(page)
    await bringRows(page, ['ticket', 'customer'], ROWS)
    await setParallel(page, MOST_IN_PAGE)
    let wanted = MOST_IN_PAGE
    await page.context().route('**/completion/batch*', (route, request) => {
      const body = request.postData() ?? ''
      return route.continue({ postData: body.replace(`"concurrency":${MOST_IN_PAGE}`, `"concurrency":${wanted}`) })
    })
    await runRows(page, ROWS)
    const pairs = new Map<number, [number, number][]>(goals.map(({ atOnce }) => [atOnce, []]))
    for (let round = 0; round < ROUNDS; round++)
      for (const { atOnce } of goals) {
        wanted = atOnce
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
