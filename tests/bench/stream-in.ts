import { mainThreadClock } from './main-thread.ts'
import { bringRows, chooseModel, onPage, type RowsRun, runRows, setParallel } from './page-rows.ts'
import { type BenchResult, compared } from './result.ts'

const ROWS = 10_000
const ROUNDS = 3
const FRAME_MS = 34
const LONG_TASK_MS = 50
const BUSY = 0.25

/** Ten thousand rows that come in at two thousand a second: whether the page stays at hand for the person in front of it. */
export async function streamInBench(): Promise<readonly BenchResult[]> {
  const runs = await onPage({ delayMs: 0, between: 'paced-batch.ts' }, async (page) => {
    await chooseModel(page)
    await bringRows(page, ['ticket', 'customer'], ROWS)
    await setParallel(page, 20)
    const busyMs = await mainThreadClock(page)
    const all: (RowsRun & { readonly busy: number })[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const before = await busyMs()
      const run = await runRows(page, ROWS)
      all.push({ ...run, busy: ((await busyMs()) - before) / run.wallMs })
    }
    return all
  })
  console.log(`  ${runs.map(({ wallMs, longTasks }) => `${(wallMs / 1000).toFixed(1)} s, ${longTasks} long tasks`).join('; ')}`)
  const facts = { bench: 'stream-in', goal: 1 }
  const what = (name: string) => `${name}, ${ROWS} rows at 2,000 a second`
  return [
    compared(
      { ...facts, what: what('longest task'), unit: 'ms', peerName: 'long task' },
      runs.map(({ longestTaskMs }) => [longestTaskMs, LONG_TASK_MS]),
    ),
    compared(
      { ...facts, what: what('p99 frame'), unit: 'ms', peerName: 'two frames' },
      runs.map(({ p99FrameMs }) => [p99FrameMs, FRAME_MS]),
    ),
    compared(
      { ...facts, what: what('main thread busy'), unit: 'of the time', peerName: 'budget' },
      runs.map(({ busy }) => [busy, BUSY]),
    ),
  ]
}
