import { execFile } from 'node:child_process'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, describe, expect, it } from 'vitest'
import { PROJECT, SEED_BODY, bodyOf, call, resultOf } from './calls.ts'
import { SECRET, type SpawnedService, spawnService, spawnUntilExit } from './spawned-service.ts'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../..', import.meta.url))
const opened: SpawnedService[] = []
async function started(env: Record<string, string> = {}): Promise<SpawnedService> {
  const service = await spawnService(env)
  opened.push(service)
  return service
}
afterEach(async () => {
  for (const service of opened.splice(0)) await service.stop()
})

describe('the start', () => {
  it('says where it is, and nothing secret', async () => {
    const service = await started({ OPENAI_API_KEY: 'sk-canary-0123456789' })
    expect(service.output()).toMatch(/^Vitrine is ready: http:\/\/127\.0\.0\.1:\d+\n$/)
  })

  it.each<[string, Record<string, string>, RegExp]>([
    ['an unknown setting', { VITRINE_COLOUR: 'red' }, /VITRINE_COLOUR/],
    ['a bad value', { VITRINE_DEADLINE_MS: 'long' }, /VITRINE_DEADLINE_MS/],
    ['production without auth', { VITRINE_MODE: 'production', VITRINE_AUTH_SECRET: '' }, /VITRINE_AUTH_SECRET/],
    ['development beyond loopback', { HOST: '0.0.0.0' }, /HOST.*loopback/],
    [
      'a missing key file',
      { VITRINE_API_KEYS_FILE: join(tmpdir(), 'vitrine-no-such-file.json') },
      /VITRINE_API_KEYS_FILE.*Correct the path/,
    ],
  ])('stops at %s with one line and code 1', async (_name, env, line) => {
    const { code, output } = await spawnUntilExit(env)
    expect(code).toBe(1)
    expect(output).toMatch(line)
    expect(output).toMatch(/^Vitrine cannot start: [^\n]*\n$/)
  })

  it('stops where its port is taken', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const address = other.address()
    const port = typeof address === 'object' && address !== null ? String(address.port) : ''
    const { code, output } = await spawnUntilExit({ PORT: port })
    const metrics = await spawnUntilExit({ VITRINE_METRICS_PORT: port })
    other.close()
    expect([code, metrics.code]).toEqual([1, 1])
    expect(output).toMatch(new RegExp(`^Vitrine cannot start: port ${port} [^\\n]*PORT[^\\n]*\\n$`))
    expect(metrics.output).toMatch(/^Vitrine cannot start: port \d+ [^\n]*VITRINE_METRICS_PORT[^\n]*\n$/)
  })
})

describe('metrics', () => {
  it('are served on their own port, and count what was done', async () => {
    const port = String(20_000 + (process.pid % 20_000))
    const service = await started({ VITRINE_METRICS_PORT: port })
    await resultOf(call(service.url, bodyOf('hello there', { model: 'demo/echo' })))
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
    expect(text).toMatch(/gen_ai_client_token_usage_sum\{[^}]*gen_ai_request_model="echo"[^}]*gen_ai_token_type="input"[^}]*\} \d+/)
    expect(text).toMatch(/gen_ai_client_operation_duration_count\{[^}]*\} 1/)
    expect(text).toMatch(/http_server_request_duration_count\{[^}]*http_route="\/services\/completion\/test"[^}]*\} 1/)
    expect(text).toMatch(/playground_rows_total\{outcome="success"\} 1/)
    // One document has no first chunk.
    expect(text).not.toContain('time_to_first_chunk_count')
    expect(text).toMatch(/playground_cost[\w]*_total\{[^}]*\} [\d.e-]+/)
    expect(text).toMatch(/nodejs_eventloop_delay\{quantile="0.99"\}/)
    expect(text).not.toContain(PROJECT)
    expect((await fetch(`${service.url}/metrics`)).status).toBe(404)
  })
})

const token = async (args: readonly string[], env: Record<string, string> = { VITRINE_AUTH_SECRET: SECRET }) =>
  run(process.execPath, ['service/src/token.ts', ...args], { cwd: root, env: { PATH: process.env['PATH'], ...env } })

describe('npm run token', () => {
  it('prints a token that the service takes', async () => {
    const service = await started()
    const { stdout } = await token(['--project', PROJECT, '--expires', '5m'])
    const response = await call(
      service.url,
      { ...SEED_BODY, ...bodyOf('x', { model: 'demo/echo' }) },
      { headers: { authorization: `Bearer ${stdout.trim()}` } },
    )
    expect(response.status).toBe(200)
  })

  it.each([
    [[], 'The project is missing. '],
    [['--project', 'nope'], 'The project is "nope", which is no UUID. '],
    [['--project', PROJECT, '--expires', 'soon'], '--expires is "soon", '],
  ])('says what is wrong with %j', async (args, problem) => {
    const failed = token(args)
    await expect(failed).rejects.toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(`No token: ${problem}`) })
    await expect(failed).rejects.toMatchObject({ stderr: expect.stringMatching(/^[^\n]*\n$/) })
  })
})

describe('production', () => {
  it('gives no tokens away', async () => {
    const service = await started({ VITRINE_MODE: 'production' })
    expect((await fetch(`${service.url}/services/dev-token`)).status).toBe(404)
    const answered = await call(service.url, bodyOf('x', { model: 'demo/echo' }))
    expect(answered.status).toBe(200)
    expect(service.output()).toContain('"route":"/services/completion/test"')
  })
})
