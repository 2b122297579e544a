import { Pool } from 'undici'
import { DEVELOPMENT_PROJECT_ID } from '@vitrine/contracts'
import { requestFor } from '../running/service-client.ts'
import { startService } from '../running/service-process.ts'
import { startPeer } from './processes.ts'

export const ROWS = 2000
export const TEXT = 'Say hello to {{name}}.'

/** Runs so many rows, so many at once; milliseconds. */
export type Run = (rows: number, atOnce: number) => Promise<number>

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

/** The batch route and a plain loop in front of an upstream that answers after `delayMs`, both warm. */
export async function measured<Value>(
  delayMs: number,
  measure: (batch: Run, loop: Run, upstream: string) => Promise<Value>,
): Promise<Value> {
  const upstream = await startPeer('stub-upstream.ts', { DELAY_MS: String(delayMs) })
  const service = await startService({ OPENAI_BASE_URL: `${upstream.origin}/v1`, OPENAI_API_KEY: 'sk-bench', VITRINE_CONCURRENCY: '128' })
  try {
    const { token } = (await (await fetch(`${service.origin}/services/dev-token`)).json()) as { token: string }
    const [batch, loop] = [batchOf(service.origin, token), loopOf(upstream.origin)]
    await batch(ROWS, 100)
    await loop(ROWS, 100)
    return await measure(batch, loop, upstream.origin)
  } finally {
    await service.stop()
    await upstream.stop()
  }
}
