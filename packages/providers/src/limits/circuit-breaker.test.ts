import { describe, expect, it } from 'vitest'
import { CircuitBreaker, type PassResult } from './circuit-breaker.ts'

const options = { share: 0.5, least: 10, windowMs: 30_000, cooldownMs: 30_000 }

function attempts(circuit: CircuitBreaker, nowMs: number, ...results: readonly PassResult[]): void {
  for (const result of results) circuit.settle(circuit.enter(nowMs), result, nowMs)
}
const times = (count: number, result: PassResult): readonly PassResult[] => Array.from({ length: count }, () => result)

function opened(): CircuitBreaker {
  const circuit = new CircuitBreaker(options)
  attempts(circuit, 0, ...times(10, 'fault'))
  return circuit
}

describe('CircuitBreaker', () => {
  it('stays closed below the least number of attempts, however they end', () => {
    const circuit = new CircuitBreaker(options)
    attempts(circuit, 0, ...times(9, 'fault'))
    expect(circuit.waitMs(0)).toBe(0)
  })

  it('opens where half of the attempts are faults, for the whole cooldown', () => {
    const circuit = new CircuitBreaker(options)
    attempts(circuit, 0, ...times(6, 'answered'), ...times(5, 'fault'))
    expect(circuit.waitMs(0)).toBe(0)
    attempts(circuit, 0, 'fault')
    expect([circuit.waitMs(0), circuit.waitMs(29_999), circuit.waitMs(30_000)]).toEqual([30_000, 1, 0])
  })

  it('counts only what happened lately', () => {
    const circuit = new CircuitBreaker(options)
    attempts(circuit, 0, ...times(9, 'fault'))
    attempts(circuit, 31_000, 'fault')
    expect(circuit.waitMs(31_000)).toBe(0)
  })

  it('does not count what nobody waited for', () => {
    const circuit = new CircuitBreaker(options)
    attempts(circuit, 0, ...times(50, 'unknown'), ...times(9, 'fault'))
    expect(circuit.waitMs(0)).toBe(0)
  })

  it('lets one attempt through after the cooldown, and nobody else until that is over', () => {
    const circuit = opened()
    const probe = circuit.enter(30_000)
    expect(probe.isProbe).toBe(true)
    expect(circuit.waitMs(30_000)).toBe(1_000)
    circuit.settle(probe, 'answered', 31_000)
    expect(circuit.waitMs(31_000)).toBe(0)
    expect(circuit.enter(31_000).isProbe).toBe(false)
    attempts(circuit, 31_000, ...times(9, 'fault'))
    expect(circuit.waitMs(31_000)).toBe(0)
  })

  it('stays open for another cooldown where that one fails too', () => {
    const circuit = opened()
    circuit.settle(circuit.enter(30_000), 'fault', 32_000)
    expect([circuit.waitMs(32_000), circuit.waitMs(62_000)]).toEqual([30_000, 0])
  })

  it('lets the next one try where nobody waited for that one', () => {
    const circuit = opened()
    circuit.settle(circuit.enter(30_000), 'unknown', 30_500)
    expect(circuit.waitMs(30_500)).toBe(0)
    expect(circuit.enter(30_500).isProbe).toBe(true)
  })

  it('does not wait for ever for one that never comes back', () => {
    const circuit = opened()
    circuit.enter(30_000)
    expect([circuit.waitMs(59_999), circuit.waitMs(60_000)]).toEqual([1_000, 0])
  })

  it('learns nothing from attempts that were sent before it opened', () => {
    const circuit = new CircuitBreaker(options)
    const late = Array.from({ length: 5 }, () => circuit.enter(0))
    attempts(circuit, 0, ...times(10, 'fault'))
    circuit.settle(circuit.enter(30_000), 'answered', 30_000)
    for (const pass of late) circuit.settle(pass, 'fault', 30_001)
    attempts(circuit, 30_002, ...times(9, 'fault'))
    expect(circuit.waitMs(30_002)).toBe(0)
  })
})
