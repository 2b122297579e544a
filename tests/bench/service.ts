import autocannon from 'autocannon'
import { DEVELOPMENT_PROJECT_ID } from '@vitrine/contracts'
import { startService } from '../running/service-process.ts'
import { requestFor } from '../running/service-client.ts'
import { cpuMs, startPeer } from './processes.ts'
import { type BenchResult, compared } from './result.ts'

const CONNECTIONS = 64
const SECONDS = 4
const WARM_UP_SECONDS = 8
const ROUNDS = 5

interface Load {
  readonly url: string
  readonly pid: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Microseconds of processor time per request under a steady load, and requests in a second. */
async function measure(
  { url, pid, headers, body }: Load,
  seconds: number,
): Promise<{ readonly cpuUs: number; readonly perSecond: number }> {
  const before = cpuMs(pid)
  const result = await autocannon({ url, connections: CONNECTIONS, duration: seconds, method: 'POST', headers: { ...headers }, body })
  const requests = result['2xx']
  if (requests === 0 || result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${url} answered ${result.non2xx} requests otherwise than with 200, and ${result.errors} broke.`)
  }
  return { cpuUs: ((cpuMs(pid) - before) * 1000) / requests, perSecond: requests / seconds }
}

/** Our whole path (auth, vault, validation, rendering, call, spans, record) against a proxy that does nothing but pass on. */
export async function serviceBench(): Promise<readonly BenchResult[]> {
  const upstream = await startPeer('stub-upstream.ts')
  const proxy = await startPeer('plain-proxy.ts', { UPSTREAM: upstream.origin })
  const service = await startService({ OPENAI_BASE_URL: `${upstream.origin}/v1`, OPENAI_API_KEY: 'sk-bench', VITRINE_CONCURRENCY: '256' })
  try {
    const { token } = (await (await fetch(`${service.origin}/services/dev-token`)).json()) as { token: string }
    const json = { 'content-type': 'application/json' }
    const ours: Load = {
      url: `${service.origin}/services/completion/test?project_id=${DEVELOPMENT_PROJECT_ID}`,
      pid: service.child.pid ?? 0,
      headers: { ...json, authorization: `Bearer ${token}` },
      body: JSON.stringify(requestFor('openai/gpt-4o-mini')),
    }
    const theirs: Load = {
      url: proxy.origin,
      pid: proxy.child.pid ?? 0,
      headers: json,
      body: JSON.stringify({ model: 'gpt-4o-mini', messages: [{ role: 'user', content: 'Say hello to Ann.' }] }),
    }
    for (const load of [ours, theirs]) await measure(load, WARM_UP_SECONDS)
    const cpu: [number, number][] = []
    const time: [number, number][] = []
    for (let round = 0; round < ROUNDS; round++) {
      const a = await measure(ours, SECONDS)
      const b = await measure(theirs, SECONDS)
      cpu.push([a.cpuUs, b.cpuUs])
      time.push([1e6 / a.perSecond, 1e6 / b.perSecond])
    }
    const facts = { bench: 'service', peerName: 'plain Node proxy' }
    return [
      compared({ ...facts, what: 'CPU per request, not streamed', unit: 'µs', goal: 1.6 }, cpu),
      compared({ ...facts, what: 'wall time per request at 64 connections', unit: 'µs', goal: 2 }, time),
    ]
  } finally {
    await service.stop()
    await proxy.stop()
    await upstream.stop()
  }
}
