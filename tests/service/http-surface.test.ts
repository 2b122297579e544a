import { DEVELOPMENT_PROJECT_ID } from '@vitrine/contracts'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PROJECT, SEED_BODY, bodyOf, call, failureOf } from './calls.ts'
import { type SpawnedService, spawnService } from './spawned-service.ts'

const LISTED = 'https://app.example'
let service: SpawnedService

beforeAll(async () => {
  service = await spawnService({ VITRINE_CORS_ORIGINS: LISTED, VITRINE_FRAME_ANCESTORS: 'https://host.example' })
})
afterAll(() => service.stop())

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> => fetch(`${service.url}${path}`, { headers })

describe('documents', () => {
  it.each(['completion', 'chat'])('describe %s in OpenAPI 3.1, with the models in the form', async (mode) => {
    const response = await get(`/services/${mode}/openapi.json`)
    const document = (await response.json()) as {
      openapi: string
      paths: Record<string, { post?: Record<string, unknown> }>
      components: { schemas: Record<string, unknown> }
    }
    expect(document.openapi).toMatch(/^3\.1\./)
    expect(document.paths[`/services/${mode}/test`]?.post?.['x-vitrine']).toEqual({ mode })
    expect(document.paths[`/services/${mode}/test`]?.post?.['x-vitrine-limits']).toEqual({ max_body_bytes: 4 * 1_048_576 })
    expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining(['TestResponse', 'SpanNode', 'Message', 'ErrorBody']))
    expect(JSON.stringify(document.components.schemas['LlmConfig'])).toContain('demo/writer')
  })

  it('lists the models of a project, and why some cannot be used', async () => {
    const response = await call(service.url, null, { path: '/services/models', method: 'GET' })
    const { models, default_model: first } = (await response.json()) as { models: Record<string, unknown>[]; default_model: string }
    expect(first).toBe('demo/writer')
    expect(models.find(({ id }) => id === 'demo/writer')).toMatchObject({ usable: true, display_name: expect.any(String) })
    expect(models.find(({ id }) => id === 'openai/gpt-4o-mini')).toMatchObject({
      usable: false,
      unusable_reason: expect.stringContaining('OPENAI_API_KEY'),
    })
  })

  it('needs a token for the models of a project', async () => {
    expect((await failureOf(get(`/services/models?project_id=${PROJECT}`))).detail.code).toBe('unauthenticated')
  })

  it('says that it is well and ready', async () => {
    expect([(await get('/health')).status, (await get('/ready')).status]).toEqual([200, 200])
  })

  it('serves its documentation from here, under a policy without inline code', async () => {
    const page = await get('/docs')
    const policy = page.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toContain('unsafe')
    const html = await page.text()
    expect(html).not.toMatch(/https?:\/\//)
    for (const [, path] of html.matchAll(/(?:src|href)="(\/[^"]+)"/g)) expect((await get(path ?? '')).status).toBe(200)
    expect((await get('/docs/docs-init.js')).headers.get('content-type')).toContain('javascript')
  })
})

describe('dev-token', () => {
  it('gives the local project to callers on this machine', async () => {
    const response = await get('/services/dev-token')
    const given = (await response.json()) as { token: string; project_id: string; expires_at: string }
    expect(given.project_id).toBe(DEVELOPMENT_PROJECT_ID)
    const used = await call(service.url, bodyOf('x', { model: 'demo/echo' }), {
      path: `/services/completion/test?project_id=${DEVELOPMENT_PROJECT_ID}`,
      headers: { authorization: `Bearer ${given.token}` },
    })
    expect(used.status).toBe(200)
    expect((await failureOf(call(service.url, SEED_BODY, { headers: { authorization: `Bearer ${given.token}` } }))).status).toBe(403)
  })

  it.each([{ origin: LISTED }, { 'sec-fetch-site': 'cross-site' }, { 'x-forwarded-for': '10.0.0.1' }])('refuses %o', async (headers) => {
    expect((await failureOf(get('/services/dev-token', headers))).status).toBe(403)
  })

  it('refuses another name for this machine', async () => {
    const port = Number(new URL(service.url).port)
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1', () =>
        socket.write('GET /services/dev-token HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n'),
      )
      let text = ''
      socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      socket.on('close', () => resolve(text))
    })
    expect(answer).toMatch(/^HTTP\/1\.1 403/)
  })
})

const preflight = (origin: string): Promise<Response> =>
  fetch(`${service.url}/services/completion/test`, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,traceparent,x-vitrine-run',
    },
  })

describe('other origins', () => {
  it('may call where they are listed', async () => {
    const answered = await preflight(LISTED)
    expect(answered.status).toBe(204)
    expect(answered.headers.get('access-control-allow-origin')).toBe(LISTED)
    expect(answered.headers.get('access-control-allow-headers')).toMatch(/traceparent/)
    const response = await call(service.url, bodyOf('x', { model: 'demo/echo' }), { headers: { origin: LISTED } })
    expect(response.headers.get('access-control-allow-origin')).toBe(LISTED)
    expect(response.headers.get('access-control-expose-headers')).toContain('X-Trace-Id')
    expect(response.headers.get('vary')).toContain('Origin')
  })

  it.each(['https://evil.example', 'null'])('may not where they are not: %s', async (origin) => {
    for (const response of [await preflight(origin), await call(service.url, SEED_BODY, { headers: { origin } })]) {
      expect(response.headers.has('access-control-allow-origin')).toBe(false)
      expect(response.headers.get('vary')).toContain('Origin')
    }
  })

  it('learn of a refusal too', async () => {
    const response = await call(service.url, '{', { headers: { origin: LISTED } })
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([422, LISTED])
  })
})

describe('other paths', () => {
  it.each(['/services', '/services/x', '/api/anything', '/metrics', '/.env', '/services/completion/test/'])(
    '%s is not there, in JSON',
    async (path) => {
      const failure = await failureOf(get(path))
      expect([failure.status, failure.detail.code]).toEqual([404, 'not_found'])
    },
  )

  it('answers a browser with a page', async () => {
    const response = await get('/nowhere', { accept: 'text/html,*/*' })
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
  })

  it('puts an id of the caller on its answer, if it is one', async () => {
    expect((await get('/health', { 'x-request-id': 'mine-1' })).headers.get('x-request-id')).toBe('mine-1')
    expect((await get('/health', { 'x-request-id': 'a b' })).headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/)
  })
})

const port = (): number => Number(new URL(service.url).port)
const raw = (text: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(port(), '127.0.0.1', () => socket.write(text))
    let answer = ''
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      answer += chunk
      if (answer.includes('\r\n\r\n')) socket.destroy()
    })
    socket.on('close', () => resolve(answer))
    socket.on('error', () => resolve(answer))
  })

describe('chunks that lie', () => {
  it('and addresses that cannot be read are answered in JSON', async () => {
    for (const head of ['GET / HTTP/1.1\r\nHost: a b\r\n\r\n', 'GET /services\\x HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n']) {
      expect(await raw(head)).toMatch(/^HTTP\/1\.1 4\d\d/)
    }
    expect(await raw('GET /services\\x HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n')).toMatch(/^HTTP\/1\.1 422[^]*application\/json/)
  })

  it('are refused by the parser or by the size counted', async () => {
    const { bearer } = await import('./calls.ts')
    const head = `POST /services/completion/test?project_id=${PROJECT} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: ${bearer()}\r\nContent-Type: application/json\r\n`
    expect(await raw(`${head}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`)).toMatch(/^HTTP\/1\.1 400/)
    const chunk = 'x'.repeat(1_048_576)
    const big = `${head}Transfer-Encoding: chunked\r\n\r\n${`100000\r\n${chunk}\r\n`.repeat(5)}0\r\n\r\n`
    expect(await raw(big)).toMatch(/^HTTP\/1\.1 413/)
    expect((await get('/health')).status).toBe(200)
  })
})
