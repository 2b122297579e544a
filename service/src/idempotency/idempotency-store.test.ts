import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type IdempotencyState, createIdempotencyStore } from './idempotency-store.ts'
import type { KeptResult } from './kept-result.ts'

const resultOf = (text: string): KeptResult => ({
  model: 'm',
  provider: 'p',
  response: {
    version: '3.0',
    data: text,
    message: { role: 'assistant', content: text },
    content_type: 'text/plain',
    finish_reason: 'stop',
    settings: { sent: {}, dropped: [], changed: [] },
    tree: { version: '1.0.0', nodes: [] },
    trace_id: 't',
    span_id: 's',
  },
})
const scopeOf = (key: string, projectId = 'project', route = '/test') => ({ projectId, route, key })

function setUp({ mostEntries = 10, mostCharacters = 100_000 } = {}) {
  let nowMs = 0
  const store = createIdempotencyStore({ mostEntries, mostCharacters, ttlMs: 1000, clock: () => nowMs })
  const run = (key: string, text: string): void => {
    const state = store.claim(scopeOf(key), 'f')
    if (state.state === 'claimed') state.claim.keep(resultOf(text))
  }
  return { store, run, pass: (ms: number) => (nowMs += ms) }
}
const claimOf = (state: IdempotencyState) => {
  if (state.state !== 'claimed') throw new Error(`the key is ${state.state}`)
  return state.claim
}

describe('a key', () => {
  it('gives back the result of its first success', () => {
    const { store, run } = setUp()
    run('k', 'Hola')
    expect(store.claim(scopeOf('k'), 'f')).toEqual({ state: 'kept', result: resultOf('Hola') })
    expect(store.claim(scopeOf('k'), 'f').state).toBe('kept')
  })

  it('runs once at a time', () => {
    const { store } = setUp()
    const claim = claimOf(store.claim(scopeOf('k'), 'f'))
    expect(store.claim(scopeOf('k'), 'f').state).toBe('in-flight')
    claim.keep(resultOf('x'))
    expect(store.claim(scopeOf('k'), 'f').state).toBe('kept')
  })

  it('is free again after a failure', () => {
    const { store } = setUp()
    claimOf(store.claim(scopeOf('k'), 'f')).abandon()
    expect(store.claim(scopeOf('k'), 'another').state).toBe('claimed')
  })

  it('stands for one request, running or done', () => {
    const { store } = setUp()
    const claim = claimOf(store.claim(scopeOf('k'), 'f'))
    expect(store.claim(scopeOf('k'), 'g').state).toBe('mismatch')
    claim.keep(resultOf('x'))
    expect(store.claim(scopeOf('k'), 'g').state).toBe('mismatch')
  })

  it('is settled once: what comes after changes nothing', () => {
    const { store } = setUp()
    const claim = claimOf(store.claim(scopeOf('k'), 'f'))
    claim.keep(resultOf('first'))
    claim.abandon()
    claim.keep(resultOf('second'))
    expect(store.claim(scopeOf('k'), 'f')).toMatchObject({ result: { response: { data: 'first' } } })
  })

  it('means nothing in another project or on another route', () => {
    const { store, run } = setUp()
    run('k', 'x')
    expect(store.claim(scopeOf('k', 'other'), 'f').state).toBe('claimed')
    expect(store.claim(scopeOf('k', 'project', '/batch'), 'f').state).toBe('claimed')
    expect(store.claim(scopeOf('k'), 'f').state).toBe('kept')
  })
})

describe('a run that somebody joins', () => {
  const joinOf = (state: IdempotencyState) => {
    if (state.state !== 'in-flight') throw new Error(`the key is ${state.state}`)
    return state.join()
  }
  const begun = () => {
    const { store } = setUp()
    const owner = {}
    const claim = claimOf(store.claim(scopeOf('k'), 'f', owner))
    const left = new AbortController()
    const wanted = claim.whileWanted(left.signal)
    return { store, owner, claim, leave: () => left.abort(), wanted, join: () => joinOf(store.claim(scopeOf('k'), 'f', {})) }
  }

  it('says whose it is, and gives its result to everybody', async () => {
    const { store, owner, claim, join } = begun()
    expect(store.claim(scopeOf('k'), 'f')).toMatchObject({ state: 'in-flight', owner })
    const joined = [join(), join()]
    claim.keep(resultOf('x'))
    expect(await Promise.all(joined.map(({ result }) => result))).toEqual([resultOf('x'), resultOf('x')])
  })

  it('gives nothing where it ends without a result', async () => {
    const { claim, join } = begun()
    const { result } = join()
    claim.abandon()
    expect(await result).toBeNull()
  })

  it('is wanted until the last of them has left', async () => {
    const { join, leave, wanted } = begun()
    const joined = [join(), join()]
    leave()
    joined[0]?.leave()
    joined[0]?.leave()
    expect([wanted.aborted, await joined[0]?.result]).toEqual([false, null])
    joined[1]?.leave()
    expect(wanted.aborted).toBe(true)
  })

  it('is wanted by whoever runs it, also when all who joined have left', () => {
    const { join, leave, wanted } = begun()
    join().leave()
    expect(wanted.aborted).toBe(false)
    leave()
    expect(wanted.aborted).toBe(true)
  })

  it('is wanted by nobody where whoever runs it was gone before', () => {
    const { store } = setUp()
    expect(claimOf(store.claim(scopeOf('k'), 'f')).whileWanted(AbortSignal.abort()).aborted).toBe(true)
  })

  it('is over once it ended: who leaves then ends nothing', () => {
    const { claim, leave, wanted } = begun()
    claim.keep(resultOf('x'))
    leave()
    expect(wanted.aborted).toBe(false)
  })
})

describe('what is kept', () => {
  it('is forgotten after its time', () => {
    const { store, run, pass } = setUp()
    run('k', 'x')
    pass(999)
    expect(store.claim(scopeOf('k'), 'f').state).toBe('kept')
    pass(1)
    expect(store.claim(scopeOf('k'), 'f').state).toBe('claimed')
  })

  it('makes room by its last use', () => {
    const { store, run } = setUp({ mostEntries: 2 })
    run('a', 'x')
    run('b', 'x')
    expect(store.claim(scopeOf('a'), 'f').state).toBe('kept')
    run('c', 'x')
    expect(['a', 'b', 'c'].map((key) => store.claim(scopeOf(key), 'f').state)).toEqual(['kept', 'claimed', 'kept'])
  })

  it('is bounded by its size, and what is too large on its own is not kept', () => {
    const size = JSON.stringify(resultOf('x'.repeat(100))).length
    const { store, run } = setUp({ mostCharacters: 2 * size })
    for (const key of ['a', 'b', 'c']) run(key, 'x'.repeat(100))
    run('huge', 'x'.repeat(2 * size))
    expect(['a', 'b', 'c', 'huge'].map((key) => store.claim(scopeOf(key), 'f').state)).toEqual(['claimed', 'kept', 'kept', 'claimed'])
  })

  it('never gives one request the result of another, whatever comes in which order', () => {
    const step = fc.record({
      key: fc.constantFrom('a', 'b', 'c'),
      request: fc.constantFrom('f', 'g'),
      ends: fc.constantFrom('keep', 'abandon', 'later'),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const store = createIdempotencyStore({ mostEntries: 2, mostCharacters: 1e6, ttlMs: 1e6, clock: () => 0 })
        const open = new Set<string>()
        const wrong: unknown[] = []
        for (const { key, request, ends } of steps) {
          const state = store.claim(scopeOf(key), request)
          if (state.state === 'kept' && state.result.response.data !== `${key} ${request}`) wrong.push(state.result)
          if (state.state !== 'claimed') continue
          if (open.has(key)) wrong.push(key)
          if (ends === 'keep') state.claim.keep(resultOf(`${key} ${request}`))
          else if (ends === 'abandon') state.claim.abandon()
          else open.add(key)
        }
        expect(wrong).toEqual([])
      }),
    )
  })
})
