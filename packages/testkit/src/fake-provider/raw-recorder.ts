import { createServer, type Socket } from 'node:net'
import { listen } from './listen.ts'

/** One request exactly as its bytes came off the socket. */
export interface RawRequest {
  readonly requestLine: string
  /** Lower-case names to values; a name that came twice has its values joined by a line break, so that it cannot pass as one. */
  readonly headers: ReadonlyMap<string, string>
  readonly body: Uint8Array
}

export interface RawRecorder {
  readonly baseUrl: string
  readonly requests: readonly RawRequest[]
  close(): Promise<void>
}

const REPLY = ['HTTP/1.1 200 OK', 'content-type: application/json', 'content-length: 2', 'connection: close', '', '{}'].join('\r\n')

/** A TCP server that knows just enough HTTP to tell where a request ends. Nothing stands between the bytes sent and the bytes kept. */
export async function startRawRecorder(): Promise<RawRecorder> {
  const requests: RawRequest[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    let received = Buffer.alloc(0)
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk])
      const request = parsed(received)
      if (request === null) return
      requests.push(request)
      socket.end(REPLY)
    })
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
  })
  const baseUrl = await listen(server)
  return {
    baseUrl,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

function parsed(bytes: Buffer): RawRequest | null {
  const headEnd = bytes.indexOf('\r\n\r\n')
  if (headEnd === -1) return null
  const [requestLine = '', ...lines] = bytes.subarray(0, headEnd).toString('latin1').split('\r\n')
  const headers = new Map<string, string>()
  for (const line of lines) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).toLowerCase()
    const value = line.slice(colon + 1).trim()
    const earlier = headers.get(name)
    headers.set(name, earlier === undefined ? value : `${earlier}\n${value}`)
  }
  const body = bytes.subarray(headEnd + 4)
  return body.byteLength < Number(headers.get('content-length') ?? 0) ? null : { requestLine, headers, body }
}
