import { bringRows, chooseModel, onPage, type RowsRun, runRows, setParallel } from './page-rows.ts'
import { type BenchResult, compared } from './result.ts'

const ROWS = 1000
const AT_ONCE = 6
const LATENCY_MS = 50
/** What the browser itself calls a long task. */
const LONG_TASK_MS = 50
const COLUMNS = ['ticket', 'customer']

const measured = (delayMs: number): Promise<RowsRun> =>
  onPage({ delayMs }, async (page) => {
    await chooseModel(page)
    await bringRows(page, COLUMNS, ROWS)
    await setParallel(page, AT_ONCE)
    return runRows(page, ROWS)
  })

/** A thousand rows through worker, service and upstream, against the time that the upstream alone needs. */
export async function rowsBench(): Promise<readonly BenchResult[]> {
  const slow = await measured(LATENCY_MS)
  const instant = await measured(0)
  const idealMs = (ROWS * LATENCY_MS) / AT_ONCE
  const facts = { bench: 'rows', unit: 'ms' }
  return [
    compared({ ...facts, what: `${ROWS} rows, ${LATENCY_MS} ms upstream, ${AT_ONCE} at once`, goal: 1.2, peerName: 'ideal' }, [
      [slow.wallMs, idealMs],
    ]),
    compared({ ...facts, what: `longest task, ${ROWS} rows, instant upstream`, goal: 1, peerName: 'long task' }, [
      [instant.longestTaskMs, LONG_TASK_MS],
    ]),
    compared({ ...facts, what: 'a row, instant upstream', goal: 3, peerName: 'budget' }, [[instant.wallMs / ROWS, 1]]),
  ]
}
