import { describe, expect, it } from 'vitest'
import { type TokenReason, createTokenSource } from './token-source.ts'

function setUp(tokens: readonly (string | null)[]) {
  const asked: { readonly reason: TokenReason; readonly signal: AbortSignal }[] = []
  const source = createTokenSource(async (context) => {
    asked.push(context)
    await Promise.resolve()
    const token = tokens[asked.length - 1]
    if (token === undefined) throw new Error('')
    return token
  })
  return { source, asked }
}

describe('a token source', () => {
  it('asks once and remembers, also that there is none', async () => {
    for (const token of ['t', null]) {
      const { source, asked } = setUp([token])
      expect(await Promise.all([source.current(), source.current()])).toEqual([
        { ok: true, value: token },
        { ok: true, value: token },
      ])
      expect(await source.current()).toEqual({ ok: true, value: token })
      expect(asked.map(({ reason }) => reason)).toEqual(['initial'])
    }
  })

  it('renews a refused token once for all who hold it', async () => {
    const { source, asked } = setUp(['old', 'new'])
    await source.current()
    const renewed = await Promise.all([source.renewed('old', 'unauthorized'), source.renewed('old', 'unauthorized')])
    expect(renewed).toEqual([
      { ok: true, value: 'new' },
      { ok: true, value: 'new' },
    ])
    expect(await source.renewed('old', 'expired')).toEqual({ ok: true, value: 'new' })
    expect(asked.map(({ reason }) => reason)).toEqual(['initial', 'unauthorized'])
  })

  it('asks again after a failure', async () => {
    let isBroken = true
    const source = createTokenSource(async () => {
      if (isBroken) throw new Error('Not now.')
      return 't'
    })
    expect(await source.current()).toMatchObject({ ok: false, failure: { code: 'auth_required', message: 'Sign in again: Not now.' } })
    isBroken = false
    expect(await source.current()).toEqual({ ok: true, value: 't' })
  })

  it('says something also where the host does not', async () => {
    const { source } = setUp([])
    expect(await source.current()).toMatchObject({ failure: { message: 'Sign in again: No token could be obtained.' } })
  })

  it('forgets when it is disposed of, and tells the host to stop', async () => {
    const { source, asked } = setUp(['one', 'two'])
    await source.current()
    expect(asked[0]?.signal.aborted).toBe(false)
    source.dispose()
    expect(asked[0]?.signal.aborted).toBe(true)
    expect(await source.current()).toEqual({ ok: true, value: 'two' })
  })
})
