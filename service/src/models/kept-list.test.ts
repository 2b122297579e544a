import type { Model } from '@vitrine/contracts'
import { listModels } from '@vitrine/model-catalog'
import { describe, expect, it } from 'vitest'
import { KeptList } from './kept-list.ts'

const [one, other] = listModels()
const list = (outlivesFailure = false) => {
  let nowMs = 0
  let loads = 0
  const kept = new KeptList({ now: () => nowMs, keepMs: 30_000, outlivesFailure })
  return {
    kept,
    pass: (ms: number) => (nowMs += ms),
    loads: () => loads,
    refresh: (answer: Model | Error | undefined) =>
      kept.refresh(() => {
        loads++
        return answer instanceof Error || answer === undefined ? Promise.reject(answer ?? new Error('nothing')) : Promise.resolve([answer])
      }),
  }
}

describe('KeptList', () => {
  it('is read once, however many want it', async () => {
    const { kept, refresh, loads } = list()
    const both = Promise.all([refresh(one), refresh(other)])
    expect(kept.isReading).toBe(true)
    await both
    expect([loads(), kept.models, kept.isReading]).toEqual([1, [one], false])
  })

  it('is believed for a while, then read again', async () => {
    const { kept, refresh, loads, pass } = list()
    await refresh(one)
    pass(29_999)
    await refresh(other)
    expect(kept.models).toEqual([one])
    pass(1)
    await refresh(other)
    expect([loads(), kept.models]).toEqual([2, [other]])
  })

  it('is empty where its server is gone, and believed that too', async () => {
    const { kept, refresh, loads, pass } = list()
    await refresh(one)
    pass(30_000)
    await refresh(new Error('refused'))
    await refresh(one)
    expect([loads(), kept.models]).toEqual([2, []])
  })

  it('outlives a failure where it is told to', async () => {
    const { kept, refresh, pass } = list(true)
    await refresh(one)
    pass(30_000)
    await refresh(new Error('away'))
    expect(kept.models).toEqual([one])
  })
})
