import { afterEach, describe, expect, it } from 'vitest'
import { config } from 'zod'

/** Evaluates the module again, as a realm of its own would. */
const load = async (realm: string): Promise<void> => {
  await import(/* @vite-ignore */ `./no-eval.ts?realm=${realm}`)
}
const pretend = (name: 'document' | 'WorkerGlobalScope'): void => {
  Object.defineProperty(globalThis, name, { configurable: true, value: {} })
}

describe('schemas', () => {
  const before = config().jitless ?? false
  afterEach(() => {
    config({ jitless: before })
    for (const name of ['document', 'WorkerGlobalScope']) Reflect.deleteProperty(globalThis, name)
  })

  it('are compiled in the service', async () => {
    await load('service')
    expect(config().jitless ?? false).toBe(false)
  })

  it.each(['document', 'WorkerGlobalScope'] as const)(
    'compile nothing in a realm with a %s, where a policy may forbid it',
    async (name) => {
      pretend(name)
      await load(name)
      expect(config().jitless).toBe(true)
    },
  )
})
