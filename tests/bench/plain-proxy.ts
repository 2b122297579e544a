import { Agent, createServer, request as send } from 'node:http'

/** The practical limit: Node's own `http`, buffering a request and an answer, and nothing else. */
const upstream = new URL(process.env['UPSTREAM'] ?? '')
const agent = new Agent({ keepAlive: true, maxSockets: 256 })

const server = createServer((request, response) => {
  const pieces: Buffer[] = []
  request.on('data', (piece: Buffer) => pieces.push(piece))
  request.on('end', () => {
    const body = Buffer.concat(pieces)
    const onward = send(
      {
        agent,
        host: upstream.hostname,
        port: upstream.port,
        method: 'POST',
        path: '/v1/chat/completions',
        headers: { 'content-type': 'application/json', 'content-length': body.length },
      },
      (answer) => {
        const answered: Buffer[] = []
        answer.on('data', (piece: Buffer) => answered.push(piece))
        answer.on('end', () => {
          const whole = Buffer.concat(answered)
          response.writeHead(answer.statusCode ?? 502, { 'content-type': 'application/json', 'content-length': whole.length })
          response.end(whole)
        })
      },
    )
    onward.on('error', () => response.destroy())
    onward.end(body)
  })
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address !== null && typeof address === 'object') console.log(`http://127.0.0.1:${address.port}`)
})
process.once('SIGTERM', () => process.exit(0))
