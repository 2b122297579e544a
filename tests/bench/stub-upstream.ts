import { createServer } from 'node:http'

/** An OpenAI-like upstream that answers at once, or after `DELAY_MS`; in a process of its own, so that its work is nobody's. */
const delayMs = Number(process.env['DELAY_MS'] ?? 0)
const head = { id: 'chatcmpl-stub', created: 1_700_000_000, model: 'gpt-4o-mini' }
const usage = { prompt_tokens: 20, completion_tokens: 8, total_tokens: 28 }
const whole = JSON.stringify({
  ...head,
  object: 'chat.completion',
  choices: [{ index: 0, message: { role: 'assistant', content: 'An answer of a few words, always the same.' }, finish_reason: 'stop' }],
  usage,
})
const chunk = (delta: object, finish: string | null) =>
  `data: ${JSON.stringify({ ...head, object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`
const stream = [
  chunk({ role: 'assistant', content: '' }, null),
  ...'An answer of a few words, always the same.'.split(/(?<= )/).map((content) => chunk({ content }, null)),
  chunk({}, 'stop'),
  `data: ${JSON.stringify({ ...head, object: 'chat.completion.chunk', choices: [], usage })}\n\ndata: [DONE]\n\n`,
].join('')

const server = createServer((request, response) => {
  let body = ''
  request.on('data', (piece: Buffer) => (body += piece.toString('latin1')))
  request.on('end', () => {
    const isStream = body.includes('"stream":true')
    const answer = () => {
      response.writeHead(200, { 'content-type': isStream ? 'text/event-stream' : 'application/json' })
      response.end(isStream ? stream : whole)
    }
    if (delayMs > 0) setTimeout(answer, delayMs)
    else answer()
  })
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address !== null && typeof address === 'object') console.log(`http://127.0.0.1:${address.port}`)
})
process.once('SIGTERM', () => process.exit(0))
