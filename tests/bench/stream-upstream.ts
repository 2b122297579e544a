import { createServer, type ServerResponse } from 'node:http'
import { STREAM_END, streamChunk } from './stream-chunks.ts'

/** An OpenAI-like upstream whose streams send one chunk at every tick, all of them together, each chunk in a packet of its own. */
const chunks = Number(process.env['CHUNKS'] ?? 400)
const periodMs = Number(process.env['PERIOD_MS'] ?? 5)
const word = streamChunk(' word')

const open = new Map<ServerResponse, number>()
setInterval(() => {
  for (const [response, sent] of open) {
    if (sent < chunks) {
      response.write(word)
      open.set(response, sent + 1)
    } else {
      open.delete(response)
      response.end(STREAM_END)
    }
  }
}, periodMs)

const server = createServer((request, response) => {
  request.resume()
  request.on('end', () => {
    response.socket?.setNoDelay(true)
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.flushHeaders()
    open.set(response, 0)
    response.on('close', () => open.delete(response))
  })
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', 2_048, () => {
  const address = server.address()
  if (address !== null && typeof address === 'object') console.log(`http://127.0.0.1:${address.port}`)
})
process.once('SIGTERM', () => process.exit(0))
