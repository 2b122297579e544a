import { createServer, type ServerResponse } from 'node:http'
import { sleepByTimer, type DemoProviderOptions } from './demo-options.ts'
import { Attempts } from './http/attempts.ts'
import { findClosedPort } from './http/closed-port.ts'
import type { DemoRuntime } from './http/demo-runtime.ts'
import { route } from './http/route.ts'
import { sendError } from './http/send-json.ts'

/** The demo provider while it runs. */
export interface DemoProvider {
  /** `http://127.0.0.1:<port>/v1`, without a trailing slash. */
  readonly baseUrl: string
  /** The only bearer key it answers to, another one in every process. Keep it out of logs like any other key. */
  readonly apiKey: string
  /** Where nobody listens. */
  readonly downBaseUrl: string
  /** Where a model (named without prefix) is reached: `downBaseUrl` for `down`, so that its connection is really refused, else `baseUrl`. */
  baseUrlFor(model: string): string
  /** Stops, cutting off what is still being answered. */
  close(): Promise<void>
}

const REMEMBERED_CALLS = 10_000

/** What failed while nobody left is a fault of ours and says so, if there is still a status to say it with. */
function breakOff(response: ServerResponse, leaving: AbortSignal): void {
  if (leaving.aborted || response.headersSent) return void response.destroy()
  sendError(response, { status: 500, message: 'The demo provider failed to answer.', type: 'server_error', param: null, code: null })
}

/**
 * Starts the embedded provider: an OpenAI-compatible chat completions server on a free loopback port, so that the adapter which speaks to it
 * is the same as for every other server.
 *
 * *Errors*: rejects where no loopback port can be had.
 * @see https://platform.openai.com/docs/api-reference/chat
 */
export async function startDemoProvider(options: DemoProviderOptions): Promise<DemoProvider> {
  const apiKey = `sk-demo-${Buffer.from(options.randomBytes(24)).toString('base64url')}`
  let seeds = 0
  const runtime: DemoRuntime = {
    apiKey,
    clock: options.clock,
    sleep: options.sleep ?? sleepByTimer,
    speed: options.speed ?? 1,
    attempts: new Attempts(REMEMBERED_CALLS),
    nextSeed: () => `${apiKey} ${++seeds}`,
  }
  const downPort = await findClosedPort()
  const server = createServer((request, response) => {
    const leaving = new AbortController()
    response.once('close', () => leaving.abort())
    route(request, response, runtime, leaving.signal).catch(() => breakOff(response, leaving.signal))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('a TCP server has an address with a port')
  const baseUrl = `http://127.0.0.1:${address.port}/v1`
  const downBaseUrl = `http://127.0.0.1:${downPort}/v1`
  return {
    baseUrl,
    apiKey,
    downBaseUrl,
    baseUrlFor: (model) => (model === 'down' ? downBaseUrl : baseUrl),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
