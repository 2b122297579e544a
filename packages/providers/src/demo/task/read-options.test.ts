import { describe, expect, it } from 'vitest'
import { readOptions } from './read-options.ts'

const labels = (text: string): readonly string[] => readOptions(text).map(({ label }) => label)

describe('readOptions', () => {
  it.each([
    ['Choose by these rules:\n- refund: money back\n- other: the rest', ['refund', 'other']],
    ['Classify:\nrefund -> money back\ndelivery -> where is it', ['refund', 'delivery']],
    ['Pick one:\n1. red\n2. dark blue', ['red', 'dark blue']],
    ['Pick one:\n* "a"\n* `b`', ['a', 'b']],
    ['Classify as one of: sports, politics, technology.', ['sports', 'politics', 'technology']],
    ['Classify the sentiment as positive, negative or neutral', ['positive', 'negative', 'neutral']],
    ['Answer with POSITIVE, NEGATIVE, or NEUTRAL in one word', ['POSITIVE', 'NEGATIVE', 'NEUTRAL']],
    ['Is this review positive or negative?', ['positive', 'negative']],
    ['Label it (spam/ham).', ['spam', 'ham']],
    ['Labels: bug | feature request | question', ['bug', 'feature request', 'question']],
    ['Choose between "new order" and "old order"', ['new order', 'old order']],
    ['Ist das positiv oder negativ?', ['positiv', 'negativ']],
    ['Summarise this text', []],
    ['Input: x\nOutput: y', []],
  ])('reads %j', (text, options) => {
    expect(labels(text)).toEqual(options)
  })

  it('keeps what the rules say', () => {
    expect(readOptions('- refund: money back, or broken\n- other')).toEqual([
      { label: 'refund', description: 'money back, or broken' },
      { label: 'other', description: '' },
    ])
  })
})
