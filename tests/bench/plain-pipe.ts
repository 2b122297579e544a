import { Agent, createServer, request as send } from 'node:http'

/** The least that a stream can cost in Node: what comes from above is written below, and nobody looks at it. */
const upstream = new URL(process.env['UPSTREAM'] ?? '')
const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY })

const server = createServer((request, response) => {
  const onward = send(
    { agent, host: upstream.hostname, port: upstream.port, method: 'POST', path: request.url, headers: request.headers },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    },
  )
  onward.on('error', () => response.destroy())
  request.pipe(onward)
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', 2_048, () => {
  const address = server.address()
  if (address !== null && typeof address === 'object') console.log(`http://127.0.0.1:${address.port}`)
})
process.once('SIGTERM', () => process.exit(0))
