import { describe, expect, it } from 'vitest'
import { sampleModel } from './sample-model.ts'
import { fullness, type NextAsk, nextMessage, sumOfNext } from './next-message.ts'

const ask = (rest: Partial<NextAsk>): NextAsk => ({
  messages: [{ role: 'system', content: 'Be kind to {{name}}.' }],
  columns: ['name'],
  data: { name: 'Maren' },
  history: [],
  settings: { model: 'm', maxTokens: 100 },
  model: sampleModel({ contextTokens: 1000 }),
  ...rest,
})

describe('nextMessage', () => {
  it('grows with what was said and what is written', () => {
    const short = nextMessage(ask({}))
    const long = nextMessage(ask({ history: [{ role: 'user', content: 'word '.repeat(200) }] }))
    expect(short.inputTokens).toBeGreaterThan(0)
    expect(long.inputTokens).toBeGreaterThan(short.inputTokens + 150)
    expect(long.highUsd ?? 0).toBeGreaterThan(short.highUsd ?? 0)
  })
  it('costs from no answer to the longest that the settings allow', () => {
    const { lowUsd, highUsd, inputTokens, maxOutputTokens } = nextMessage(ask({}))
    expect(maxOutputTokens).toBe(100)
    expect(lowUsd).toBeCloseTo(inputTokens * 1e-6, 10)
    expect(highUsd).toBeCloseTo(inputTokens * 1e-6 + 100 * 2e-6, 10)
  })
  it('takes the limit of the model where none is set, and knows nothing of a model that nobody knows', () => {
    expect(nextMessage(ask({ settings: { model: 'm' } })).maxOutputTokens).toBe(500)
    const unknown = nextMessage(ask({ model: null, settings: { model: 'm' } }))
    expect(unknown).toMatchObject({ maxOutputTokens: null, contextTokens: null, lowUsd: null, highUsd: null, fits: 'yes' })
    expect(fullness(unknown)).toBeNull()
  })
  it('says where it does not fit, or the longest answer would not', () => {
    const fits = (words: number) => nextMessage(ask({ history: [{ role: 'user', content: 'word '.repeat(words) }] })).fits
    expect([fits(10), fits(950), fits(5000)]).toEqual(['yes', 'tight', 'no'])
  })
})

describe('sumOfNext', () => {
  const roomy = nextMessage(ask({ model: sampleModel({ contextTokens: 100_000 }) }))
  const small = nextMessage(ask({ model: sampleModel({ contextTokens: 500 }), settings: { model: 'small', maxTokens: 10 } }))
  const unknown = nextMessage(ask({ model: null }))
  it('adds the costs up and tells of the one with least room', () => {
    const sum = sumOfNext([roomy, small])
    expect(sum).toMatchObject({ model: 'small', index: 1 })
    expect(sum?.lowUsd).toBeCloseTo((roomy.lowUsd ?? 0) + (small.lowUsd ?? 0), 10)
  })
  it('knows no sum of what is not known, and prefers a room that is known', () => {
    expect(sumOfNext([unknown, roomy])).toMatchObject({ lowUsd: null, highUsd: null, index: 1 })
    expect(sumOfNext([])).toBeNull()
  })
  it('tells first of what cannot be sent', () => {
    const over = { ...roomy, fits: 'no' as const }
    expect(sumOfNext([small, over])).toMatchObject({ fits: 'no', index: 1 })
  })
  it('is never fuller than full', () => expect(fullness({ ...small, inputTokens: 9999 })).toBe(1))
})
