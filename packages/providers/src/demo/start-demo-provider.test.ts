import { connect } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDemoProvider, type DemoProvider } from './start-demo-provider.ts'

const randomBytes = (size: number): Uint8Array => new Uint8Array(size).fill(7)
interface ChatReply {
  readonly id: string
  readonly usage: { readonly completion_tokens: number; readonly completion_tokens_details: { readonly reasoning_tokens: number } }
  readonly choices: readonly {
    readonly message: { readonly content: string | null; readonly reasoning_content?: string; readonly refusal: string | null }
    readonly finish_reason: string
    readonly logprobs: {
      readonly content: readonly { token: string; logprob: number; bytes: number[]; top_logprobs: { token: string }[] }[]
    } | null
  }[]
}
type Delta = Readonly<Record<string, unknown>>
interface Chunk {
  readonly id: string
  readonly choices?: readonly { readonly delta: Delta; readonly finish_reason: string | null }[]
}

const user = (content: unknown): object[] => [{ role: 'user', content }]

const events = (text: string): string[] =>
  text
    .split('\n\n')
    .filter((event) => event !== '')
    .map((event) => event.slice('data: '.length))
const joined = (deltas: readonly Delta[], field: string): string =>
  deltas.map((delta) => (typeof delta[field] === 'string' ? delta[field] : '')).join('')

const waits = async (model: string, speed = 1): Promise<number[]> => {
  let now = 1_000
  const slept: number[] = []
  const provider = await startDemoProvider({
    clock: () => now,
    randomBytes,
    speed,
    sleep: async (durationMs) => {
      slept.push(durationMs)
      now += durationMs
    },
  })
  const headers = { authorization: `Bearer ${provider.apiKey}` }
  const body = JSON.stringify({ model, messages: user('Who are you?'), stream: true })
  await (await fetch(`${provider.baseUrl}/chat/completions`, { method: 'POST', headers, body })).text()
  await provider.close()
  return slept
}
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

const question = user('Is this positive or negative? "I love it"')

describe('startDemoProvider', () => {
  let provider: DemoProvider
  beforeAll(async () => {
    provider = await startDemoProvider({ clock: () => 1_800_000_000_000, randomBytes, speed: Infinity })
  })
  afterAll(() => provider.close())

  const post = (body: unknown, headers: Record<string, string> = {}, signal: AbortSignal | null = null): Promise<Response> =>
    fetch(`${provider.baseUrl}/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${provider.apiKey}`, 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
      signal,
    })
  const get = (path: string): Promise<Response> =>
    fetch(`${provider.baseUrl}${path}`, { headers: { authorization: `Bearer ${provider.apiKey}` } })
  const complete = async (body: object) => {
    const reply = (await (await post(body)).json()) as ChatReply
    const [choice] = reply.choices
    if (choice === undefined) throw new Error('an answer has a choice')
    return { message: choice.message, choice, reply }
  }
  const stream = async (body: object) => {
    const data = events(await (await post({ ...body, stream: true })).text())
    const chunks = data.filter((event) => event !== '[DONE]').map((event) => JSON.parse(event) as Chunk)
    const choices = chunks.flatMap((chunk) => chunk.choices ?? [])
    return { data, chunks, deltas: choices.map((choice) => choice.delta), finish: choices.at(-1)?.finish_reason ?? null }
  }
  const said = async (more: object): Promise<unknown> =>
    (await complete({ model: 'writer', messages: user('Who are you?'), ...more })).message.content
  const thoughtLength = async (more: object): Promise<number> =>
    ((await complete({ model: 'thinker', messages: question, ...more })).message.reasoning_content ?? '').length
  const failing = (model: string, id: string | null): Promise<Response> =>
    post({ model, messages: user('x') }, id === null ? {} : { 'x-client-request-id': id })

  describe('the protocol', () => {
    it('streams a role, one chunk per token, the finish reason, usage with no choices, and [DONE]', async () => {
      const { data, deltas, chunks } = await stream({ model: 'echo', messages: user('one two'), stream_options: { include_usage: true } })
      expect(data.at(-1)).toBe('[DONE]')
      expect(deltas).toEqual([{ role: 'assistant', content: '', refusal: null }, { content: 'one' }, { content: ' two' }, {}])
      expect(chunks.at(-2)).toMatchObject({ object: 'chat.completion.chunk', usage: null, choices: [{ finish_reason: 'stop' }] })
      expect(chunks.at(-1)).toMatchObject({
        choices: [],
        usage: {
          prompt_tokens: 9,
          completion_tokens: 2,
          total_tokens: 11,
          prompt_tokens_details: { cached_tokens: 0 },
          completion_tokens_details: { reasoning_tokens: 0 },
        },
      })
      expect(new Set(chunks.map((chunk) => chunk.id)).size).toBe(1)
    })

    it('sends no usage chunk where none is asked for', async () => {
      const { data } = await stream({ model: 'echo', messages: user('x') })
      expect(data.some((event) => event.includes('usage'))).toBe(false)
    })

    it('answers a whole document where no stream is asked for', async () => {
      const { reply } = await complete({ model: 'writer', messages: user('Who are you?') })
      expect(reply).toMatchObject({
        id: expect.stringMatching(/^chatcmpl-\w{29}$/),
        object: 'chat.completion',
        created: 1_800_000_000,
        model: 'writer',
        system_fingerprint: expect.stringMatching(/^fp_/),
        choices: [
          {
            index: 0,
            message: { role: 'assistant', content: expect.stringContaining('built-in demo model'), refusal: null },
            finish_reason: 'stop',
          },
        ],
      })
    })

    it('gives every answer another id and every reply a request id', async () => {
      const replies = await Promise.all([1, 2].map(() => post({ model: 'echo', messages: user('x') })))
      const [one, other] = await Promise.all(replies.map((reply) => reply.json() as Promise<ChatReply>))
      expect(one?.id).not.toBe(other?.id)
      expect(replies[0]?.headers.get('x-request-id')).toMatch(/^req_\w{32}$/)
    })

    it.each([
      ['no key', {}, null],
      ['another key', { authorization: 'Bearer sk-other' }, 'invalid_api_key'],
      ['another scheme', { authorization: 'Basic eDp5' }, null],
    ])('answers 401 to %s, in the shape of OpenAI, and repeats no key', async (_, headers, code) => {
      const reply = await fetch(`${provider.baseUrl}/models`, { headers: headers as Record<string, string> })
      const body = await reply.text()
      expect(reply.status).toBe(401)
      expect(JSON.parse(body)).toMatchObject({ error: { message: expect.any(String), type: 'invalid_request_error', param: null, code } })
      expect(body).not.toContain('sk-')
    })

    it('lists its models, and shows one', async () => {
      const { data } = (await (await get('/models')).json()) as { data: { id: string }[] }
      expect(data.map((model) => model.id)).toEqual([
        'writer',
        'thinker',
        'echo',
        'messages',
        'flaky',
        'rate-limited',
        'slow',
        'cuts-off',
        'garbled',
        'error-mid-stream',
        'refuses',
        'overflows',
        'silent',
        'down',
      ])
      expect(await (await get('/models/echo')).json()).toMatchObject({ id: 'echo', object: 'model' })
      expect((await get('/models/gpt')).status).toBe(404)
    })

    it('does not know other models, paths and methods', async () => {
      const unknown = await post({ model: 'gpt-4o', messages: user('x') })
      expect(unknown.status).toBe(404)
      expect(await unknown.json()).toMatchObject({
        error: { code: 'model_not_found', param: 'model', message: expect.stringContaining("'gpt-4o'") },
      })
      expect((await get('/nothing')).status).toBe(404)
      expect((await get('/chat/completions')).status).toBe(405)
    })

    it.each([['{"model":'], ['[]'], ['"text"'], ['']])('answers 400 to the body %j', async (body) => {
      const reply = await post(body)
      expect(reply.status).toBe(400)
      expect(await reply.json()).toMatchObject({ error: { type: 'invalid_request_error', message: expect.stringContaining('JSON') } })
    })

    it('answers only on the loopback interface, with a key of its own for every process', async () => {
      expect(provider.baseUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1$/)
      const other = await startDemoProvider({ clock: () => 0, randomBytes: (size) => new Uint8Array(size).fill(8) })
      expect(other.apiKey).not.toBe(provider.apiKey)
      await other.close()
      await expect(fetch(other.baseUrl)).rejects.toThrow('fetch failed')
    })
  })

  describe('echo and messages', () => {
    const large = `${'päper 👩‍👩‍👧 '.repeat(12_000)}\u0000`
    it.each([
      ['NUL and control characters', 'a\u0000b\u0007\r\n\t'],
      ['lone surrogates', '\ud83d x \ude00\ud83d'],
      ['template and replacement signs', '{{x}} $& __proto__ ${y}'],
      ['white space alone', '  \n\n  '],
      ['nothing', ''],
      ['200 KB', large],
    ])('echo returns %s unchanged, whole and streamed', async (_, text) => {
      expect((await complete({ model: 'echo', messages: user(text) })).message.content).toBe(text)
      const { deltas, data } = await stream({ model: 'echo', messages: user(text) })
      expect(joined(deltas, 'content')).toBe(text)
      expect(data.length).toBeLessThan(420)
    })

    it('echo returns the last user message, parts joined', async () => {
      const messages = [
        ...user('first'),
        { role: 'assistant', content: 'x' },
        ...user([
          { type: 'text', text: 'a' },
          { type: 'image_url', image_url: { url: 'https://e.x/i.png' } },
          { type: 'text', text: 'b' },
        ]),
      ]
      expect((await complete({ model: 'echo', messages })).message.content).toBe('ab')
    })

    it('messages returns the list that it received', async () => {
      const messages = [
        { role: 'system', content: 'S' },
        { role: 'user', content: 'U', name: 'ada', extra: { deep: [1] } },
      ]
      expect(JSON.parse(String((await complete({ model: 'messages', messages })).message.content))).toEqual(messages)
    })
  })

  describe('limits of an answer', () => {
    it('ends at max_tokens with the finish reason length', async () => {
      for (const name of ['max_tokens', 'max_completion_tokens']) {
        const { choice, reply } = await complete({ model: 'echo', messages: user('one two three four'), [name]: 2 })
        expect(choice).toMatchObject({ message: { content: 'one two' }, finish_reason: 'length' })
        expect(reply).toMatchObject({ usage: { completion_tokens: 2 } })
      }
    })

    it('ends before a stop sequence, given as text or as a list', async () => {
      expect((await complete({ model: 'echo', messages: user('one two three'), stop: ' two' })).choice).toMatchObject({
        message: { content: 'one' },
        finish_reason: 'stop',
      })
      expect((await complete({ model: 'echo', messages: user('one two three'), stop: ['x', 'ree', 'th'] })).message.content).toBe(
        'one two ',
      )
    })

    it('words its answer by the seed, and by nothing else', async () => {
      expect(await said({})).toBe(await said({ temperature: 2 }))
      expect(await said({ seed: 4 })).toBe(await said({ seed: 4 }))
      expect(new Set(await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((seed) => said({ seed })))).size).toBeGreaterThan(1)
    })

    it('gives log probabilities for every token', async () => {
      const body = { model: 'writer', messages: user('Is this positive or negative? "I love it"'), logprobs: true, top_logprobs: 2 }
      const { choice } = await complete(body)
      expect(choice.message).toMatchObject({ content: 'positive' })
      const token = choice.logprobs?.content[0]
      expect(token?.token).toBe('positive')
      expect(token?.logprob).toBeLessThan(0)
      expect(token?.bytes).toEqual([...Buffer.from('positive')])
      expect(token?.top_logprobs.map((top) => top.token)).toEqual(['positive', 'negative'])
      const { data } = await stream(body)
      expect(data.filter((event) => event.includes('"top_logprobs":[{'))).toHaveLength(1)
    })

    it('streams a tool call with its id, name and arguments in pieces', async () => {
      const tools = [
        {
          type: 'function',
          function: { name: 'get_weather', parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] } },
        },
      ]
      const { deltas, finish } = await stream({ model: 'writer', messages: user('What is the weather in Paris?'), tools })
      const calls = deltas.flatMap(
        (delta) => (delta['tool_calls'] ?? []) as { index: number; id?: string; function: { name?: string; arguments: string } }[],
      )
      expect(calls[0]).toMatchObject({
        index: 0,
        id: expect.stringMatching(/^call_\w{24}$/),
        function: { name: 'get_weather', arguments: '' },
      })
      expect(JSON.parse(calls.map((call) => call.function.arguments).join(''))).toEqual({ city: 'Paris' })
      expect(finish).toBe('tool_calls')
    })
  })

  describe('thinker', () => {
    it('thinks first, then answers, and counts its thinking', async () => {
      const { deltas } = await stream({ model: 'thinker', messages: question })
      const kinds = deltas.flatMap((delta) => Object.keys(delta)).filter((key) => key === 'content' || key === 'reasoning_content')
      expect(joined(deltas, 'reasoning_content')).toContain('positive: ')
      expect(joined(deltas, 'content')).toBe('positive')
      expect(kinds.lastIndexOf('reasoning_content')).toBeLessThan(kinds.lastIndexOf('content'))
      const { reply, message } = await complete({ model: 'thinker', messages: question })
      const { usage } = reply
      expect(message.reasoning_content).toBe(joined(deltas, 'reasoning_content'))
      expect(usage.completion_tokens).toBe(usage.completion_tokens_details.reasoning_tokens + 1)
    })

    it('thinks more with more effort, within its budget, and not at all when told so', async () => {
      const [low, medium, high] = await Promise.all(['low', 'medium', 'high'].map((effort) => thoughtLength({ reasoning_effort: effort })))
      expect(low).toBeGreaterThan(0)
      expect(medium).toBeGreaterThan(low ?? 0)
      expect(high).toBeGreaterThan(medium ?? 0)
      expect(await thoughtLength({ thinking: { type: 'enabled', budget_tokens: 3 } })).toBeLessThan(low ?? 0)
      expect(await thoughtLength({ reasoning_effort: 'none' })).toBe(0)
      expect(await thoughtLength({ thinking: { type: 'disabled' } })).toBe(0)
    })

    it.each(['temperature', 'top_p'])('rejects %s while it thinks, and takes it when it does not', async (name) => {
      const reply = await post({ model: 'thinker', messages: question, [name]: 0.5 })
      expect(reply.status).toBe(400)
      expect(await reply.json()).toMatchObject({ error: { code: 'unsupported_parameter', param: name, type: 'invalid_request_error' } })
      expect((await post({ model: 'thinker', messages: question, [name]: 0.5, reasoning_effort: 'none' })).status).toBe(200)
    })

    it('has nothing left to say where thinking uses up the tokens', async () => {
      const { choice } = await complete({ model: 'thinker', messages: question, max_completion_tokens: 5 })
      expect(choice).toMatchObject({ message: { content: '' }, finish_reason: 'length' })
    })

    it('leaves thinking to itself: the writer rejects it', async () => {
      expect(await (await post({ model: 'writer', messages: question, reasoning_effort: 'high' })).json()).toMatchObject({
        error: { code: 'unsupported_parameter', param: 'reasoning_effort' },
      })
    })
  })

  describe('models that fail', () => {
    it('flaky fails twice for each request id, then answers', async () => {
      const statuses: number[] = []
      for (const id of ['a', 'a', 'b', 'a', 'b', 'b', 'a']) statuses.push((await failing('flaky', id)).status)
      expect(statuses).toEqual([503, 503, 503, 200, 503, 200, 503])
    })

    it('flaky takes requests that are alike for one where they carry no id', async () => {
      const statuses: number[] = []
      for (let attempt = 0; attempt < 3; attempt++) statuses.push((await failing('flaky', null)).status)
      expect(statuses).toEqual([503, 503, 200])
    })

    it('rate-limited asks to wait one second, once', async () => {
      const first = await failing('rate-limited', 'r')
      expect(first.status).toBe(429)
      expect(first.headers.get('retry-after')).toBe('1')
      expect(await first.json()).toMatchObject({ error: { code: 'rate_limit_exceeded', type: 'rate_limit_error' } })
      expect((await failing('rate-limited', 'r')).status).toBe(200)
    })

    it('cuts-off breaks the connection with no end', async () => {
      const reply = await post({ model: 'cuts-off', messages: user('x'), stream: true })
      let text = ''
      await expect(async () => {
        for await (const chunk of reply.body ?? []) text += Buffer.from(chunk).toString()
      }).rejects.toThrow('terminated')
      expect(text).toContain('"content"')
      expect(text).not.toContain('[DONE]')
      expect(text).not.toContain('"finish_reason":"stop"')
      await expect((await post({ model: 'cuts-off', messages: user('x') })).text()).rejects.toThrow('terminated')
    })

    it('garbled sends one event that is no JSON, and goes on to its end', async () => {
      const data = events(await (await post({ model: 'garbled', messages: user('x'), stream: true })).text())
      const broken = data.filter((event) => {
        if (event === '[DONE]') return false
        try {
          JSON.parse(event)
          return false
        } catch {
          return true
        }
      })
      expect(broken).toHaveLength(1)
      expect(data.at(-1)).toBe('[DONE]')
      expect(data.indexOf(broken[0] ?? '')).toBeGreaterThan(20)
      await expect((await post({ model: 'garbled', messages: user('x') })).json()).rejects.toThrow('JSON')
    })

    it('error-mid-stream sends ten tokens and an error', async () => {
      const data = events(await (await post({ model: 'error-mid-stream', messages: user('x'), stream: true })).text())
      expect(data).toHaveLength(12)
      expect(JSON.parse(data.at(-1) ?? '')).toMatchObject({ error: { type: 'server_error' } })
      expect((await post({ model: 'error-mid-stream', messages: user('x') })).status).toBe(500)
    })

    it('refuses answers with a refusal, whole and streamed', async () => {
      const { message } = await complete({ model: 'refuses', messages: user('x') })
      expect(message).toMatchObject({ content: null, refusal: expect.stringContaining('demo/refuses') })
      const { deltas, finish } = await stream({ model: 'refuses', messages: user('x') })
      expect(joined(deltas, 'refusal')).toBe(message.refusal)
      expect(finish).toBe('stop')
    })

    it('overflows says how long the messages are and how long they may be', async () => {
      const reply = await post({ model: 'overflows', messages: user('one two') })
      expect(reply.status).toBe(400)
      expect(await reply.json()).toMatchObject({
        error: {
          code: 'context_length_exceeded',
          param: 'messages',
          message: expect.stringMatching(/maximum context length is 4096 tokens\. However, your messages resulted in 4105 tokens/),
        },
      })
    })

    it('down has an address where nobody listens', async () => {
      expect(provider.baseUrlFor('down')).toBe(provider.downBaseUrl)
      expect(provider.baseUrlFor('writer')).toBe(provider.baseUrl)
      const port = Number(new URL(provider.downBaseUrl).port)
      const code = await new Promise((resolve) =>
        connect(port, '127.0.0.1').once('error', (error: NodeJS.ErrnoException) => resolve(error.code)),
      )
      expect(code).toBe('ECONNREFUSED')
      await expect(post({ model: 'down', messages: user('x') })).rejects.toThrow('fetch failed')
    })

    it('silent accepts and never answers, until the client leaves', async () => {
      const leaving = new AbortController()
      const reply = post({ model: 'silent', messages: user('x') }, {}, leaving.signal)
      expect(await Promise.race([reply.then(() => 'answered'), setTimeout(50, 'nothing')])).toBe('nothing')
      leaving.abort()
      await expect(reply).rejects.toThrow('aborted')
    })
  })
})

describe('the pace of the demo provider', () => {
  it('gives the first token after about 200 ms and then about 60 a second', async () => {
    const [first = 0, ...rest] = await waits('writer')
    expect(first).toBeGreaterThanOrEqual(200)
    expect(first).toBeLessThan(240)
    const perSecond = (rest.length / sum(rest)) * 1000
    expect(perSecond).toBeGreaterThan(55)
    expect(perSecond).toBeLessThan(65)
    expect(new Set(rest).size).toBeGreaterThan(5)
  })

  it('is the same every time, and faster by the factor of the speed', async () => {
    const once = await waits('writer')
    expect(await waits('writer')).toEqual(once)
    expect(sum(await waits('writer', 10))).toBeCloseTo(sum(once) / 10, 0)
  })

  it('lets slow wait three seconds', async () => {
    expect((await waits('slow'))[0]).toBeGreaterThanOrEqual(3000)
  })

  it('stops writing as soon as the client leaves', async () => {
    const left = Promise.withResolvers<void>()
    let tokens = 0
    const provider = await startDemoProvider({
      clock: () => 0,
      randomBytes,
      // Each wait ends with a turn of the loop or with the client's leaving.
      sleep: async (_, signal) => {
        tokens++
        await setTimeout(1)
        if (signal.aborted) left.resolve()
        signal.throwIfAborted()
      },
    })
    const leaving = new AbortController()
    const body = JSON.stringify({ model: 'echo', messages: user('word '.repeat(300)), stream: true })
    const reply = await fetch(`${provider.baseUrl}/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${provider.apiKey}` },
      body,
      signal: leaving.signal,
    })
    await reply.body?.getReader().read()
    leaving.abort()
    await left.promise
    const written = tokens
    await setTimeout(20)
    expect(tokens).toBe(written)
    expect(written).toBeLessThan(300)
    await provider.close()
  })
})
