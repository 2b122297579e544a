import { describe, expect, it } from 'vitest'
import { lateModule } from './late-module.ts'

const settled = () => new Promise((resolve) => setTimeout(resolve, 0))

describe('a late module', () => {
  it('is fetched once, however often it is reached for', async () => {
    let fetches = 0
    const late = lateModule(async () => {
      fetches += 1
      return 'code'
    })
    late.load()
    late.load()
    await settled()
    late.load()
    expect(fetches).toBe(1)
  })
  it('is fetched again after a failure', async () => {
    const answers = [() => Promise.reject(new Error('offline')), () => Promise.resolve('code')]
    let fetches = 0
    const late = lateModule(() => {
      const answer = answers[fetches]
      fetches += 1
      return answer === undefined ? Promise.reject(new Error('asked too often')) : answer()
    })
    late.load()
    await settled()
    late.load()
    await settled()
    late.load()
    expect(fetches).toBe(2)
  })
})
