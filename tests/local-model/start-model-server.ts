import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import type { LocalModelParts } from './install-parts.ts'

export interface ModelServer {
  /** Without `/v1`. */
  readonly origin: string
  /** How many questions it is working on. */
  open(): Promise<number>
  stop(): Promise<void>
}

/** Starts the model in a process of its own: it needs a processor, and the service is to be measured without it. */
export async function startModelServer({ enginePath, weightsPath }: LocalModelParts): Promise<ModelServer> {
  const program = resolve(import.meta.dirname, 'model-server.ts')
  const child = spawn(process.execPath, [program, enginePath, weightsPath], { stdio: ['ignore', 'pipe', 'inherit'] })
  const origin = await new Promise<string>((found, failed) => {
    let printed = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      printed += chunk
      const address = /^ready (\S+)$/m.exec(printed)?.[1]
      if (address !== undefined) found(address)
    })
    child.once('exit', (code) => failed(new Error(`The model's server ended with ${code} before it was ready.`)))
  })
  return {
    origin,
    async open() {
      const answer = (await (await fetch(`${origin}/open`)).json()) as { readonly open: number }
      return answer.open
    },
    async stop() {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    },
  }
}
