import { Pool } from 'undici'
import { DEVELOPMENT_PROJECT_ID } from '@vitrine/contracts'
import { requestFor } from '../running/service-client.ts'
import { startService } from '../running/service-process.ts'
import { startPeer } from './processes.ts'
import { type BenchResult, compared } from './result.ts'

const ROWS = 2000
const LATENCY_MS = 50
const ROUNDS = 5
const INSTANT_AT_ONCE = 20
const TEXT = 'Say hello to {{name}}.'

type Run = (rows: number, atOnce: number) => Promise<number>

async function timed(work: () => Promise<number>, rows: number): Promise<number> {
  const start = performance.now()
  const done = await work()
  if (done !== rows) throw new Error(`${done} of ${rows} rows were answered.`)
  return performance.now() - start
}

/** The batch route, its stream read to the end; the rows that have a result are counted. */
const batchOf =
  (origin: string, token: string): Run =>
  (rows, atOnce) => {
    const { ag_config } = requestFor('openai/gpt-4o-mini', TEXT)
    const body = JSON.stringify({
      ag_config,
      rows: Array.from({ length: rows }, (_, at) => ({ row_id: `r${at}`, inputs: { name: `Ann ${at}` } })),
      concurrency: atOnce,
    })
    return timed(async () => {
      const response = await fetch(`${origin}/services/completion/batch?project_id=${DEVELOPMENT_PROJECT_ID}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body,
      })
      return (await response.text()).split('\nevent: row-result\n').length - 1
    }, rows)
  }

/** What anybody would write: so many requests at once, each body made and each answer parsed. */
const loopOf =
  (origin: string): Run =>
  (rows, atOnce) =>
    timed(async () => {
      const pool = new Pool(origin, { connections: atOnce })
      let next = 0
      let done = 0
      const work = async (): Promise<void> => {
        while (next < rows) {
          const content = TEXT.replace('{{name}}', `Ann ${next++}`)
          const { body } = await pool.request({
            method: 'POST',
            path: '/v1/chat/completions',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ model: 'gpt-4o-mini', messages: [{ role: 'user', content }] }),
          })
          const { choices } = (await body.json()) as { choices: readonly unknown[] }
          done += choices.length
        }
      }
      await Promise.all(Array.from({ length: atOnce }, work))
      await pool.close()
      return done
    }, rows)

async function measured<Value>(delayMs: number, measure: (batch: Run, loop: Run) => Promise<Value>): Promise<Value> {
  const upstream = await startPeer('stub-upstream.ts', { DELAY_MS: String(delayMs) })
  const service = await startService({ OPENAI_BASE_URL: `${upstream.origin}/v1`, OPENAI_API_KEY: 'sk-bench', VITRINE_CONCURRENCY: '128' })
  try {
    const { token } = (await (await fetch(`${service.origin}/services/dev-token`)).json()) as { token: string }
    const [batch, loop] = [batchOf(service.origin, token), loopOf(upstream.origin)]
    await batch(ROWS, 100)
    await loop(ROWS, 100)
    return await measure(batch, loop)
  } finally {
    await service.stop()
    await upstream.stop()
  }
}

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
