import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const READY = /Vitrine is ready: (http:\/\/\S+)/
export const SECRET = 'a-secret-of-more-than-thirty-two-bytes-for-tests'

export interface Exit {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly atMs: number
}

/** The service as people start it, in a process of its own. */
export interface SpawnedService {
  readonly url: string
  readonly child: ChildProcess
  readonly exited: Promise<Exit>
  /** Everything it has written to either stream. */
  readonly output: () => string
  stop(): Promise<Exit>
}

const environment = (env: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  PORT: '0',
  VITRINE_AUTH_SECRET: SECRET,
  ...env,
})

interface Started {
  readonly child: ChildProcess
  readonly exited: Promise<Exit>
  readonly output: () => string
}

function launch(env: Readonly<Record<string, string>>, args: readonly string[]): Started {
  const child = spawn(process.execPath, ['--import', './service/src/telemetry.ts', 'service/src/main.ts', ...args], {
    cwd: root,
    env: environment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
  const exited = new Promise<Exit>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal, atMs: performance.now() }))
  })
  return { child, exited, output: () => text }
}

/** Starts the service and waits until it says that it is ready. */
export async function spawnService(env: Readonly<Record<string, string>> = {}): Promise<SpawnedService> {
  const { child, exited, output } = launch(env, ['--without-page'])
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', () => {
      const ready = READY.exec(output())?.[1]
      if (ready !== undefined) resolve(ready)
    })
    void exited.then(({ code }) => reject(new Error(`the service ended with ${code}: ${output()}`)))
  })
  return {
    url,
    child,
    exited,
    output,
    stop: () => {
      child.kill('SIGTERM')
      return exited
    },
  }
}

/** Starts the service where it is expected not to come up. */
export async function spawnUntilExit(
  env: Readonly<Record<string, string>>,
  args: readonly string[] = ['--without-page'],
): Promise<{ readonly code: number | null; readonly output: string }> {
  const { exited, output } = launch(env, args)
  const { code } = await exited
  return { code, output: output() }
}
