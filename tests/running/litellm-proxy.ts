import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface LiteLlmProxy {
  readonly baseUrl: string
  readonly masterKey: string
  stop(): Promise<void>
}

export interface ProxyModel {
  /** The alias that callers use. */
  readonly name: string
  readonly upstreamModel: string
  /** USD per token; absent: the proxy's own table. */
  readonly inputCost?: number
  readonly outputCost?: number
}

/** The program that `.ci/python.mjs` installed; null where there is no Python (in CI there always is). */
export const litellmProgram: string | null = process.env['VITRINE_TEST_LITELLM'] ?? null

const MASTER_KEY = 'sk-master-1234'

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.')
  return address.port
}

/** One list entry per model; retries and cooldowns off, so that every fault of the upstream comes through as it is. */
const configFor = (upstream: string, upstreamKey: string, models: readonly ProxyModel[]) =>
  [
    'model_list:',
    ...models.flatMap(({ name, upstreamModel, inputCost, outputCost }) => [
      `  - model_name: ${name}`,
      '    litellm_params:',
      `      model: openai/${upstreamModel}`,
      `      api_base: "${upstream}"`,
      `      api_key: ${upstreamKey}`,
      '      use_chat_completions_api: true',
      ...(inputCost === undefined ? [] : [`      input_cost_per_token: ${inputCost}`]),
      ...(outputCost === undefined ? [] : [`      output_cost_per_token: ${outputCost}`]),
    ]),
    'litellm_settings:',
    '  telemetry: false',
    '  include_cost_in_streaming_usage: true',
    '  use_chat_completions_url_for_anthropic_messages: true',
    'router_settings:',
    '  num_retries: 0',
    '  disable_cooldowns: true',
    'general_settings:',
    `  master_key: ${MASTER_KEY}`,
    '',
  ].join('\n')

/** Starts a real LiteLLM proxy in front of `upstream`; ready when it says that it is alive. */
export async function startLiteLlmProxy(
  program: string,
  options: { readonly upstream: string; readonly upstreamKey: string; readonly models: readonly ProxyModel[] },
): Promise<LiteLlmProxy> {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-litellm-'))
  const config = join(folder, 'config.yaml')
  writeFileSync(config, configFor(options.upstream, options.upstreamKey, options.models))
  const port = await freePort()
  const child = spawn(program, ['--config', config, '--host', '127.0.0.1', '--port', String(port), '--telemetry', 'False'], {
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', LITELLM_LOCAL_MODEL_COST_MAP: 'True' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (printed += chunk.toString('utf8')))
  const baseUrl = `http://127.0.0.1:${port}`
  const isAlive = () =>
    fetch(`${baseUrl}/health/liveliness`)
      .then((answer) => answer.ok)
      .catch(() => false)
  const deadline = performance.now() + 90_000
  while (!(await isAlive())) {
    if (child.exitCode !== null || performance.now() > deadline) throw new Error(`The LiteLLM proxy did not come up:\n${printed}`)
    await new Promise((wake) => setTimeout(wake, 200))
  }
  return {
    baseUrl,
    masterKey: MASTER_KEY,
    async stop() {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      const hurry = setTimeout(() => child.kill('SIGKILL'), 5_000)
      await gone
      clearTimeout(hurry)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
