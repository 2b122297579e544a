import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { SECRET } from './spawned-service.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/**
 * Starts the service as npm does: below a parent that keeps a SIGTERM to itself and dies of it.
 *
 * *Shape*: how long the service lived on after its parent had been killed.
 */
export async function spawnUnderParent(env: Readonly<Record<string, string>>): Promise<{ readonly exitedAfterMs: number }> {
  const script = `
    const { spawn } = require('node:child_process')
    const child = spawn(process.execPath, ['--import', './service/src/telemetry.ts', 'service/src/main.ts', '--without-page'], { stdio: ['ignore', 'inherit', 'inherit'] })
    console.log('pid ' + child.pid)
    setInterval(() => {}, 1000)`
  const parent = spawn(process.execPath, ['-e', script], {
    cwd: root,
    env: { PATH: process.env['PATH'], PORT: '0', VITRINE_AUTH_SECRET: SECRET, npm_lifecycle_event: 'start', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  parent.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk))
  while (!output.includes('Vitrine is ready')) await sleep(20)
  const pid = Number(/pid (\d+)/.exec(output)?.[1])
  parent.kill('SIGKILL')
  const start = performance.now()
  while (isAlive(pid) && performance.now() - start < 10_000) await sleep(20)
  return { exitedAfterMs: performance.now() - start }
}
