import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

/**
 * Stands between page and service. Answers of a batch come at a pace, `RATE` rows a second, made from what the service itself answers for
 * one row; everything else is the service's. In a process of its own, so that what is measured is the page.
 */
const service = process.env['SERVICE'] ?? ''
const rate = Number(process.env['RATE'] ?? 2000)
const TICK_MS = 10
const MARK = 'row-mark'
/** Batches under way; they share the pace. */
let playing = 0

interface Batch {
  readonly rows: readonly { readonly row_id: string; readonly inputs: unknown }[]
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) if (chunk instanceof Buffer) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const ask = (request: IncomingMessage, body: Buffer): Promise<Response> => {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers))
    if (typeof value === 'string' && !['host', 'connection', 'content-length', 'origin'].includes(name)) headers.set(name, value)
  return fetch(`${service}${request.url ?? ''}`, {
    method: request.method ?? 'GET',
    headers,
    ...(body.length > 0 && { body: new Uint8Array(body) }),
  })
}

async function pass(answer: Response, response: ServerResponse): Promise<void> {
  const headers = Object.fromEntries(
    [...answer.headers].filter(([name]) => !/^(content-encoding|content-length|transfer-encoding)$/.test(name)),
  )
  response.writeHead(answer.status, headers)
  response.end(Buffer.from(await answer.arrayBuffer()))
}

async function play(request: IncomingMessage, body: Buffer, response: ServerResponse): Promise<void> {
  const batch = JSON.parse(body.toString('utf8')) as Batch
  const one = { ...batch, rows: [{ inputs: batch.rows[0]?.inputs, row_id: MARK }] }
  const answer = await ask(request, Buffer.from(JSON.stringify(one)))
  const events = (await answer.text()).split('\n\n').filter((event) => event !== '')
  const ofRow = events.filter((event) => event.includes(MARK)).join('\n\n')
  const { length } = batch.rows
  const end = `event: batch-end\ndata: ${JSON.stringify({ counts: { rows: length, succeeded: length, failed: 0, not_started: 0, replayed: 0 }, not_started: [] })}\n\n`
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' })
  let lastMs = performance.now()
  let owed = 0
  let next = 0
  playing += 1
  const timer = setInterval(() => {
    const nowMs = performance.now()
    owed += ((nowMs - lastMs) * rate) / 1000 / playing
    lastMs = nowMs
    const rows = batch.rows.slice(next, next + Math.floor(owed))
    owed -= rows.length
    next += rows.length
    response.write(rows.map(({ row_id }) => `${ofRow.replaceAll(MARK, row_id)}\n\n`).join(''))
    if (next < length) return
    clearInterval(timer)
    playing -= 1
    response.end(end)
  }, TICK_MS)
  response.once('close', () => clearInterval(timer))
}

const server = createServer((request, response) => {
  const answer = async (): Promise<void> => {
    const body = await bodyOf(request)
    if (request.url?.includes('/completion/batch') === true) await play(request, body, response)
    else await pass(await ask(request, body), response)
  }
  answer().catch(() => response.destroy())
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address !== null && typeof address === 'object') console.log(`http://127.0.0.1:${address.port}`)
})
process.once('SIGTERM', () => process.exit(0))
