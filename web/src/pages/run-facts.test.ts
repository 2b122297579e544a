import { describe, expect, it } from 'vitest'
import { en } from '../messages/en.ts'
import { runFacts } from './run-facts.ts'

const facts = runFacts('en', en)

describe('the facts of a run', () => {
  it.each([
    [null, '–'],
    [0, '$0'],
    [0.000_412, '$0.00041'],
    [0.000_000_4, '$0.000000'],
    [0.0123, '$0.012'],
    [1.239, '$1.24'],
    [1200, '$1,200.00'],
  ])('write %d USD as %s', (usd, text) => expect(facts.cost(usd)).toBe(text))

  it.each([
    [null, '–'],
    [840.4, '840 ms'],
    [3210, '3.2 sec'],
  ])('write %d ms as %s', (ms, text) => expect(facts.latency(ms)).toBe(text))

  it('say how many passed only where something was checked', () => {
    expect(facts.passed({ checked: 0, passed: 0 })).toBe('–')
    expect(facts.passed({ checked: 8, passed: 7 })).toBe('88% (7/8)')
  })

  it('name a run that nobody named by its models', () => {
    expect(facts.name({ name: '', models: ['a', 'b'] })).toBe('Run: a, b')
    expect(facts.name({ name: 'Mine', models: [] })).toBe('Mine')
  })

  it('follow the language', () => {
    expect(runFacts('de', en).number(1234)).toBe('1.234')
  })
})
