import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'

export const projectRoot = resolve(import.meta.dirname, '../..')

export interface ServiceProcess {
  readonly origin: string
  /** Everything it has printed so far, both streams. */
  output(): string
  readonly child: ChildProcess
  /** SIGTERM; resolves with the exit code once it has drained. */
  stop(): Promise<number | null>
}

/** Starts the real service as a process of its own on a free port, as `npm start` does, with a bare environment plus `env`. */
export async function startService(env: Readonly<Record<string, string>> = {}): Promise<ServiceProcess> {
  const inherited = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '' }
  const child = spawn(process.execPath, ['--import', './service/src/telemetry.ts', 'service/src/main.ts'], {
    cwd: projectRoot,
    env: { ...inherited, HOST: '127.0.0.1', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const origin = await new Promise<string>((found, failed) => {
    const read = (chunk: Buffer) => {
      printed += chunk.toString('utf8')
      const ready = /Vitrine is ready: (http:\/\/\S+)/.exec(printed)
      if (ready?.[1]) found(ready[1])
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', (code) => failed(new Error(`The service ended with ${code} before it was ready:\n${printed}`)))
  })
  return {
    origin,
    child,
    output: () => printed,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      const [code] = (await gone) as [number | null]
      return code
    },
  }
}
