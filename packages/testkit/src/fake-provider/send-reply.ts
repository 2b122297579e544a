import type { ServerResponse } from 'node:http'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { piecesOf } from '../pieces.ts'
import type { FakeReply } from './fake-reply.ts'

/** Plays a reply, faults and all; ends early where the client leaves. */
export async function sendReply(response: ServerResponse, reply: FakeReply): Promise<void> {
  if (reply.delayMs === Number.POSITIVE_INFINITY) return
  if (reply.delayMs !== undefined) await setTimeout(reply.delayMs)
  const { socket } = response
  if (reply.status === 0) {
    socket?.resetAndDestroy()
    return
  }
  socket?.setNoDelay(true)
  const whole = typeof reply.body === 'string' ? Buffer.from(reply.body) : (reply.body ?? new Uint8Array())
  const bytes = whole.subarray(0, reply.cutAfterBytes ?? whole.byteLength)
  response.writeHead(reply.status ?? 200, reply.headers)
  response.flushHeaders()
  for (const piece of piecesOf(bytes, reply.split ?? 'whole')) {
    if (response.destroyed) return
    await written(response, piece)
    if (reply.pauseMs !== undefined) await setTimeout(reply.pauseMs)
    else if (reply.split !== undefined) await setImmediate()
  }
  if (reply.end === 'hang' || response.destroyed) return
  if (reply.end === 'reset') socket?.resetAndDestroy()
  else response.end()
}

/** Resolves when the bytes are with the kernel, so that a reset behind them does not overtake them in this process. */
const written = (response: ServerResponse, piece: Uint8Array): Promise<void> =>
  new Promise((resolve) => {
    response.write(piece, () => resolve())
  })
