import { countTokens as encodedLength } from 'gpt-tokenizer/encoding/o200k_base'
import { describe, expect, it } from 'vitest'
import { countTokens } from './count-tokens.ts'
import { isO200k } from './is-o200k.ts'

const count = (text: string) => countTokens(text, (piece) => encodedLength(piece, { disallowedSpecial: new Set() }))

describe('countTokens', () => {
  it.each([
    ['', 0],
    ['Hello, world!', 4],
    ['<|endoftext|>', 7],
  ])('counts %j', (text, tokens) => {
    expect(count(text)).toEqual({ tokens, isExact: true })
  })

  it('says that a text with a run beyond all words is counted in pieces', () => {
    const { tokens, isExact } = count(`a ${'x'.repeat(5000)}`)
    expect(isExact).toBe(false)
    expect(tokens).toBeGreaterThan(300)
  })

  it('takes a hundred thousand blanks', () => {
    expect(count(' '.repeat(100_000)).tokens).toBeGreaterThan(100)
  })
})

describe('isO200k', () => {
  it.each([
    'gpt-4o',
    'gpt-4o-mini',
    'gpt-4.1-nano',
    'gpt-5',
    'gpt-5.2-codex',
    'o1',
    'o3-mini',
    'o4-mini',
    'chatgpt-4o-latest',
    'gpt-oss-120b',
  ])('is so for %s', (name) => expect(isO200k(name)).toBe(true))
  it.each(['gpt-4', 'gpt-4-turbo', 'gpt-3.5-turbo', 'claude-opus-4-7', 'gemini-3-pro', 'opus', 'omni'])('is not known for %s', (name) =>
    expect(isO200k(name)).toBe(false),
  )
})
