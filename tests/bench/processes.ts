import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

const CLOCK_TICKS_PER_SECOND = 100

/** Milliseconds of processor time that a process has used, user and system; from the kernel's own accounting (Linux). */
export function cpuMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / CLOCK_TICKS_PER_SECOND
}

export interface Peer {
  readonly origin: string
  readonly child: ChildProcess
  stop(): Promise<void>
}

/** Starts a script of this folder as a process of its own; it prints its address once it listens. */
export async function startPeer(script: string, env: Readonly<Record<string, string>> = {}): Promise<Peer> {
  const child = spawn(process.execPath, [resolve(import.meta.dirname, script)], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return {
    origin: line.toString('utf8').trim(),
    child,
    async stop() {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    },
  }
}
