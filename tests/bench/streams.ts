import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { DEVELOPMENT_PROJECT_ID } from '@vitrine/contracts'
import { Pool } from 'undici'
import { requestFor } from '../running/service-client.ts'
import { startService, type ServiceProcess } from '../running/service-process.ts'
import { cpuMs, type Peer, startPeer } from './processes.ts'
import { type BenchResult, compared } from './result.ts'

const ROUNDS = 5
const STREAMS = 50
const CHUNKS = 400
const PERIOD_MS = 5
const MANY = 1_000
const MANY_CHUNKS = 80
const MANY_PERIOD_MS = 100
const KIB = 1024
const BUDGET_KIB = 20

type Pair = readonly [ours: number, peer: number]

/** Takes turns, so that what else the machine does is the same for both. */
async function inTurn(rounds: number, ours: () => Promise<number>, peer: () => Promise<number>): Promise<readonly Pair[]> {
  const pairs: Pair[] = []
  for (let round = 0; round < rounds; round++) pairs.push([await ours(), await peer()])
  return pairs
}

interface Readers {
  ask(what: string, streams: number): Promise<Readonly<Record<string, number>>>
  stop(): void
}

async function startReaders(upstream: string): Promise<Readers> {
  const child = spawn(process.execPath, ['--expose-gc', resolve(import.meta.dirname, 'stream-readers.ts')], {
    env: { PATH: process.env['PATH'] ?? '', UPSTREAM: `${upstream}/v1` },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })
  await once(lines, 'line')
  return {
    async ask(what, streams) {
      child.stdin.write(`${what} ${streams}\n`)
      const [line] = (await once(lines, 'line')) as [string]
      return JSON.parse(line) as Readonly<Record<string, number>>
    },
    stop: () => void child.kill('SIGTERM'),
  }
}

/** Reads a stream to its end and gives back its text. */
function reading(origin: string, path: string, headers: Readonly<Record<string, string>>, body: string): () => Promise<string> {
  const pool = new Pool(origin, { connections: 2_000, pipelining: 1 })
  return async () => {
    const answer = await pool.request({ method: 'POST', path, headers, body })
    const text = await answer.body.text()
    if (answer.statusCode !== 200) throw new Error(`${origin} answered ${answer.statusCode}: ${text}`)
    return text
  }
}

async function serviceReading(service: ServiceProcess): Promise<() => Promise<string>> {
  const { token } = (await (await fetch(`${service.origin}/services/dev-token`)).json()) as { token: string }
  const headers = { 'content-type': 'application/json', accept: 'text/event-stream', authorization: `Bearer ${token}` }
  const body = JSON.stringify(requestFor('openai/gpt-4o-mini'))
  return reading(service.origin, `/services/completion/test?project_id=${DEVELOPMENT_PROJECT_ID}`, headers, body)
}

const serviceOver = (upstream: Peer, env: Readonly<Record<string, string>> = {}): Promise<ServiceProcess> =>
  startService({ OPENAI_BASE_URL: `${upstream.origin}/v1`, OPENAI_API_KEY: 'sk-bench', VITRINE_CONCURRENCY: '2000', ...env })

/** Microseconds of processor time for each chunk that comes from above, in a process that is asked for many streams at once. */
async function cpuPerChunk(pid: number, read: () => Promise<string>): Promise<number> {
  const before = cpuMs(pid)
  const texts = await Promise.all(Array.from({ length: STREAMS }, read))
  if (!texts.every((text) => text.includes(' word'))) throw new Error('A stream came without its text.')
  return ((cpuMs(pid) - before) * 1_000) / (STREAMS * CHUNKS)
}

async function wholeService(): Promise<BenchResult> {
  const upstream = await startPeer('stream-upstream.ts', { CHUNKS: String(CHUNKS), PERIOD_MS: String(PERIOD_MS) })
  const pipe = await startPeer('plain-pipe.ts', { UPSTREAM: upstream.origin })
  const service = await serviceOver(upstream)
  try {
    const ours = await serviceReading(service)
    const peer = reading(pipe.origin, '/v1/chat/completions', { 'content-type': 'application/json' }, '{"stream":true}')
    const turn = (rounds: number) =>
      inTurn(
        rounds,
        () => cpuPerChunk(service.child.pid ?? 0, ours),
        () => cpuPerChunk(pipe.child.pid ?? 0, peer),
      )
    await turn(3)
    const pairs = await turn(ROUNDS)
    return compared({ bench: 'streams', what: 'CPU per chunk, whole service', unit: 'µs', goal: 1.2, peerName: 'plain pipe' }, pairs)
  } finally {
    await service.stop()
    await pipe.stop()
    await upstream.stop()
  }
}

async function againstClient(): Promise<readonly BenchResult[]> {
  const upstream = await startPeer('stream-upstream.ts', { CHUNKS: String(CHUNKS), PERIOD_MS: String(PERIOD_MS) })
  const readers = await startReaders(upstream.origin)
  const cost = async (what: string, streams: number): Promise<number> => (await readers.ask(what, streams))['usPerChunk'] ?? Number.NaN
  const turn = (rounds: number, suffix: string, streams: number) =>
    inTurn(
      rounds,
      () => cost(`ours${suffix}`, streams),
      () => cost(`theirs${suffix}`, streams),
    )
  try {
    const facts = { bench: 'streams', unit: 'µs', peerName: 'openai client' }
    await turn(5, '-at-hand', 5)
    const atHand = await turn(ROUNDS, '-at-hand', 5)
    await turn(3, '', STREAMS)
    const overSockets = await turn(ROUNDS, '', STREAMS)
    return [
      compared({ ...facts, what: 'CPU per chunk, bytes at hand', goal: 0.4 }, atHand),
      // The kernel's part is the same for both, so there is less to be saved.
      compared({ ...facts, what: 'CPU per chunk, over sockets', goal: 0.7 }, overSockets),
    ]
  } finally {
    readers.stop()
    await upstream.stop()
  }
}

async function bytesInUse(service: ServiceProcess): Promise<number> {
  const told = () => [...service.output().matchAll(/memory in use: (\d+)\n/g)].map(([, bytes]) => Number(bytes))
  const before = told().length
  service.child.kill('SIGUSR2')
  while (told().length === before) await new Promise((later) => setTimeout(later, 20))
  return told().at(-1) ?? Number.NaN
}

async function manyStreams(): Promise<readonly BenchResult[]> {
  const upstream = await startPeer('stream-upstream.ts', { CHUNKS: String(MANY_CHUNKS), PERIOD_MS: String(MANY_PERIOD_MS) })
  const readers = await startReaders(upstream.origin)
  const memory = resolve(import.meta.dirname, 'tell-memory.ts')
  const service = await serviceOver(upstream, { NODE_OPTIONS: `--expose-gc --import ${memory}` })
  try {
    const alone: Pair[] = []
    for (let round = 0; round < 3; round++) {
      const { bytesPerStream = Number.NaN, chunks = 0 } = await readers.ask('hold', MANY)
      if (chunks !== MANY * MANY_CHUNKS) throw new Error(`${MANY * MANY_CHUNKS - chunks} chunks were lost.`)
      alone.push([bytesPerStream / KIB, BUDGET_KIB])
    }
    const read = await serviceReading(service)
    await Promise.all(Array.from({ length: 100 }, read))
    const whole: Pair[] = []
    const walls: Pair[] = []
    for (let round = 0; round < 2; round++) {
      const before = await bytesInUse(service)
      const start = performance.now()
      const streams = Promise.all(Array.from({ length: MANY }, read))
      await new Promise((later) => setTimeout(later, (MANY_CHUNKS * MANY_PERIOD_MS) / 2))
      whole.push([((await bytesInUse(service)) - before) / MANY / KIB, BUDGET_KIB])
      const text = ' word'.repeat(MANY_CHUNKS)
      const lost = (await streams).filter((stream) => !stream.includes(`"content":"${text}"`)).length
      if (lost > 0) throw new Error(`${lost} of ${MANY} streams came without their text.`)
      walls.push([(performance.now() - start) / 1_000, (MANY_CHUNKS * MANY_PERIOD_MS) / 1_000])
    }
    const facts = { bench: 'streams', peerName: 'budget', unit: 'KiB' }
    return [
      compared({ ...facts, what: `memory of one of ${MANY} open streams, provider alone`, goal: 1 }, alone),
      compared({ ...facts, what: `memory of one of ${MANY} open streams, whole service`, goal: 1 }, whole),
      compared({ bench: 'streams', what: `${MANY} streams at once, none lost`, goal: 1.15, peerName: 'ideal', unit: 's' }, walls),
    ]
  } finally {
    readers.stop()
    await service.stop()
    await upstream.stop()
  }
}

/** Streams through the service and through the provider alone: processor time for each chunk, memory for each stream, nothing lost. */
export async function streamsBench(): Promise<readonly BenchResult[]> {
  return [await wholeService(), ...(await againstClient()), ...(await manyStreams())]
}
