import { measured, ROWS, type Run } from './batch-run.ts'
import { type BenchResult, compared } from './result.ts'

const LATENCY_MS = 50
const ROUNDS = 5
const INSTANT_AT_ONCE = 20
const facts = { bench: 'batch', unit: 'ms' }

async function againstIdeal(batch: Run, loop: Run, atOnce: number, goal: number): Promise<readonly BenchResult[]> {
  const idealMs = (ROWS * LATENCY_MS) / atOnce
  const pairs: [number, number][] = []
  const plain: [number, number][] = []
  for (let round = 0; round < ROUNDS; round++) {
    const ours = await batch(ROWS, atOnce)
    pairs.push([ours, idealMs])
    plain.push([ours, await loop(ROWS, atOnce)])
  }
  const what = `${ROWS} rows, ${LATENCY_MS} ms upstream, ${atOnce} at once`
  return [
    compared({ ...facts, what, goal, peerName: 'ideal' }, pairs),
    compared({ ...facts, what, goal, peerName: 'plain undici loop' }, plain),
  ]
}

/** One request for many rows, against the time that the upstream alone needs and against a bounded loop without anything around it. */
export async function batchBench(): Promise<readonly BenchResult[]> {
  const slow = await measured(LATENCY_MS, async (batch, loop) => [
    ...(await againstIdeal(batch, loop, 20, 1.02)),
    ...(await againstIdeal(batch, loop, 100, 1.06)),
  ])
  const instant = await measured(0, async (batch, loop) => {
    const pairs: [number, number][] = []
    for (let round = 0; round < ROUNDS; round++) {
      pairs.push([(await batch(ROWS, INSTANT_AT_ONCE)) / ROWS, (await loop(ROWS, INSTANT_AT_ONCE)) / ROWS])
    }
    return compared(
      { ...facts, what: `a row, instant upstream, ${INSTANT_AT_ONCE} at once`, goal: 3, peerName: 'plain undici loop' },
      pairs,
    )
  })
  console.log(`  instant rows: ${(1000 / instant.ours).toFixed(0)} a second; a plain loop: ${(1000 / instant.peer).toFixed(0)} a second`)
  return [...slow, instant]
}
