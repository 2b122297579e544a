import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import { type LocalEngine, type Question, type Reply, loadEngine } from './engine.ts'

/** The name that the server gives its model. */
const MODEL = 'SmolLM2-135M-Instruct'
const HEAD = { id: 'chatcmpl-local', created: 0, model: MODEL }

interface ChatBody {
  readonly messages: readonly { readonly role: string; readonly content: string }[]
  readonly stream?: boolean
  readonly stream_options?: { readonly include_usage?: boolean }
  readonly max_tokens?: number
  readonly max_completion_tokens?: number
  readonly temperature?: number
  readonly seed?: number
  readonly response_format?: { readonly type: string; readonly json_schema?: { readonly schema?: object } }
}

const usageOf = ({ inputTokens, outputTokens }: Reply) => ({
  prompt_tokens: inputTokens,
  completion_tokens: outputTokens,
  total_tokens: inputTokens + outputTokens,
})

function formatOf({ response_format: format }: ChatBody): Question['format'] {
  if (format?.type === 'json_schema') return format.json_schema?.schema ?? 'json'
  return format?.type === 'json_object' ? 'json' : null
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk)
  return JSON.parse(Buffer.concat(chunks).toString('utf8'))
}

async function complete(body: ChatBody, response: ServerResponse, engine: LocalEngine): Promise<void> {
  const tokens = engine.countTokens(body.messages.map(({ content }) => content).join('\n'))
  if (tokens > engine.contextTokens) {
    const message = `This model's maximum context length is ${engine.contextTokens} tokens. However, your messages resulted in ${tokens} tokens.`
    return sendJson(response, 400, {
      error: { message, type: 'invalid_request_error', param: 'messages', code: 'context_length_exceeded' },
    })
  }
  const leaving = new AbortController()
  response.once('close', () => leaving.abort())
  const write = (fields: object): void =>
    void response.write(`data: ${JSON.stringify({ ...HEAD, object: 'chat.completion.chunk', ...fields })}\n\n`)
  const delta = (content: object, reason: string | null = null): void =>
    write({ choices: [{ index: 0, delta: content, finish_reason: reason }] })
  const streams = body.stream === true
  if (streams) {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    delta({ role: 'assistant', content: '' })
  }
  const reply = await engine.ask({
    turns: body.messages,
    maxTokens: body.max_completion_tokens ?? body.max_tokens ?? 256,
    temperature: body.temperature ?? 0,
    ...(body.seed === undefined ? {} : { seed: body.seed }),
    format: formatOf(body),
    signal: leaving.signal,
    onText: (text) => streams && delta({ content: text }),
  })
  if (leaving.signal.aborted) return
  if (!streams) {
    const choice = { index: 0, message: { role: 'assistant', content: reply.text }, finish_reason: reply.finishReason }
    return sendJson(response, 200, { ...HEAD, object: 'chat.completion', choices: [choice], usage: usageOf(reply) })
  }
  delta({}, reply.finishReason)
  if (body.stream_options?.include_usage === true) write({ choices: [], usage: usageOf(reply) })
  response.end('data: [DONE]\n\n')
}

const [enginePath = '', weightsPath = ''] = process.argv.slice(2)
const engine = await loadEngine(enginePath, weightsPath)
/** Questions that are being answered: a caller who leaves takes one away. */
let open = 0

const server = createServer((request, response) => {
  if (request.url === '/open') return sendJson(response, 200, { open })
  if (request.url === '/v1/models') {
    return sendJson(response, 200, { object: 'list', data: [{ id: MODEL, object: 'model', meta: { n_ctx: engine.contextTokens } }] })
  }
  if (request.url !== '/v1/chat/completions') return sendJson(response, 404, { error: { message: 'there is nothing here' } })
  open += 1
  readJson(request)
    .then((body) => complete(body as ChatBody, response, engine))
    .catch(() => response.destroy())
    .finally(() => (open -= 1))
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object' && address !== null) console.log(`ready http://127.0.0.1:${address.port}`)
})
