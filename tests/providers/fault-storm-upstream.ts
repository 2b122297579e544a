import { createServer } from 'node:http'

/** A provider as a process of its own, so that it can be killed: every answer is a stream that never comes to its end by itself. */
const chunk = (content: string): string =>
  `data: ${JSON.stringify({ object: 'chat.completion.chunk', choices: [{ index: 0, delta: { content } }] })}\n\n`
const END = 'data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n'

const server = createServer((request, response) => {
  let body = ''
  request.setEncoding('utf8').on('data', (piece: string) => (body += piece))
  request.on('end', () => {
    const row = /row-\d+/.exec(body)?.[0] ?? 'unknown'
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write(chunk(row))
    if (process.env['ENDS'] === 'yes') response.end(END)
    else {
      const timer = setInterval(() => response.write(chunk('.')), 5)
      response.on('close', () => clearInterval(timer))
    }
  })
})
server.listen(Number(process.env['PORT'] ?? 0), '127.0.0.1', () => {
  const address = server.address()
  if (address !== null && typeof address === 'object') console.log(address.port)
})
