import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { FakeReply } from './fake-reply.ts'
import { listen } from './listen.ts'
import { readRequest, type RecordedRequest } from './recorded-request.ts'
import { sendReply } from './send-reply.ts'

/** What a fake provider saw, in figures that can be held against what its callers believe. */
export interface FakeLedger {
  readonly received: number
  /** Answers that went out whole. */
  readonly completed: number
  /** Answers that were broken off as told. */
  readonly broken: number
  /** Answers that the client did not wait for. */
  readonly aborted: number
  /** Answers on their way. */
  readonly open: number
  readonly connections: number
}

export type ReplyFunction = (request: Omit<RecordedRequest, 'abortedMs' | 'closed'>, count: number) => FakeReply | Promise<FakeReply>

export interface FakeProvider {
  /** `http://127.0.0.1:PORT/v1` */
  readonly baseUrl: string
  readonly requests: readonly RecordedRequest[]
  readonly ledger: FakeLedger
  /** The next answers, one for each request; a request without one gets a 500 that says so. */
  enqueue(...replies: FakeReply[]): void
  /** Answers what the queue does not; `count` numbers the requests from 1. */
  respond(reply: ReplyFunction): void
  close(): Promise<void>
}

const unscripted: ReplyFunction = () => ({
  status: 500,
  headers: { 'content-type': 'text/plain' },
  body: 'the fake provider has no answer left',
})

/** An HTTP server on a free loopback port that answers as told, in whichever wire dialect the replies are, and keeps every request. */
export async function startFakeProvider(clock: () => number = () => performance.now()): Promise<FakeProvider> {
  const queue: FakeReply[] = []
  const requests: RecordedRequest[] = []
  const connections = new Map<Socket, number>()
  const counts = { received: 0, completed: 0, broken: 0, aborted: 0, open: 0, connections: 0 }
  let respond = unscripted

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const recorded = await readRequest(request, connections.get(request.socket) ?? 0, clock())
    counts.received += 1
    counts.open += 1
    let abortedMs: number | null = null
    let isBroken = false
    const closed = new Promise<void>((resolve) => {
      response.on('close', () => {
        counts.open -= 1
        if (response.writableFinished) counts.completed += 1
        else if (isBroken) counts.broken += 1
        else {
          counts.aborted += 1
          abortedMs = clock()
        }
        resolve()
      })
    })
    requests.push({
      ...recorded,
      closed,
      get abortedMs() {
        return abortedMs
      },
    })
    const reply = queue.shift() ?? (await respond(recorded, counts.received))
    isBroken = reply.end === 'reset'
    await sendReply(response, reply)
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  server.keepAliveTimeout = 10_000
  server.on('connection', (socket: Socket) => {
    counts.connections += 1
    connections.set(socket, counts.connections)
    socket.on('close', () => connections.delete(socket))
    // A reset by either side is part of the play.
    socket.on('error', () => undefined)
  })
  const baseUrl = await listen(server)
  return {
    baseUrl,
    requests,
    get ledger() {
      return { ...counts }
    },
    enqueue: (...replies) => void queue.push(...replies),
    respond: (reply) => {
      respond = reply
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
