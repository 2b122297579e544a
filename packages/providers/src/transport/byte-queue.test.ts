import { describe, expect, it } from 'vitest'
import { ByteQueue } from './byte-queue.ts'

interface Told {
  readonly queue: ByteQueue
  readonly log: string[]
}

function create(): Told {
  const log: string[] = []
  const queue = new ByteQueue({ pause: () => log.push('pause'), resume: () => log.push('resume'), cancel: () => log.push('cancel') })
  return { queue, log }
}

const bytes = (size: number, value = 1): Uint8Array => new Uint8Array(size).fill(value)

async function all(queue: ByteQueue): Promise<number[]> {
  const firsts: number[] = []
  for await (const piece of queue) firsts.push(piece[0] ?? -1)
  return firsts
}

describe('ByteQueue', () => {
  it('gives what was pushed in its order, before and after it is asked', async () => {
    const { queue } = create()
    queue.push(bytes(1, 1))
    const reading = all(queue)
    queue.push(bytes(1, 2))
    await Promise.resolve()
    queue.push(bytes(1, 3))
    queue.close()
    expect(await reading).toEqual([1, 2, 3])
  })

  it('pauses its source while more than 64 KiB wait, and lets it go on below half of that', async () => {
    const { queue, log } = create()
    for (let count = 0; count < 5; count += 1) queue.push(bytes(16 * 1024))
    expect(log).toEqual(['pause'])
    await queue.next()
    await queue.next()
    expect(log).toEqual(['pause'])
    await queue.next()
    expect(log).toEqual(['pause', 'resume'])
  })

  it('fails after what was pushed before the failure', async () => {
    const { queue } = create()
    queue.push(bytes(1, 9))
    queue.fail(new Error('reset'))
    expect((await queue.next()).value).toEqual(bytes(1, 9))
    await expect(queue.next()).rejects.toThrow('reset')
  })

  it('fails a reader that already waits', async () => {
    const { queue } = create()
    const reading = queue.next()
    queue.fail(new Error('reset'))
    await expect(reading).rejects.toThrow('reset')
  })

  it('tells its source where the reader leaves before the end, once', async () => {
    const { queue, log } = create()
    queue.push(bytes(1))
    queue.push(bytes(1))
    for await (const _ of queue) break
    await queue.return()
    expect(log).toEqual(['cancel'])
    expect(await queue.next()).toEqual({ done: true, value: undefined })
  })

  it('cancels nothing that is over, and takes nothing more', async () => {
    const { queue, log } = create()
    queue.close()
    queue.push(bytes(1))
    queue.fail(new Error('late'))
    expect(await all(queue)).toEqual([])
    expect(log).toEqual([])
  })
})
