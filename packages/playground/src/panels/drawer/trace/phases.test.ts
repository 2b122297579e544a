import type { WireAttempt } from '@vitrine/contracts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EMPTY_CELL } from '../../../state/cell.ts'
import { phasesOf, serviceStartMs } from './phases.ts'

const wire = (times: Partial<WireAttempt['times']>): WireAttempt => ({
  attempt: 1,
  request: { method: 'POST', url: '', headers: {}, body: '' },
  times: { queued: 0, connected: null, firstByte: null, firstToken: null, end: null, ...times },
})
const cell = (times: Partial<typeof EMPTY_CELL.times>, attempts: readonly WireAttempt[] = []) => ({
  ...EMPTY_CELL,
  times: { ...EMPTY_CELL.times, ...times },
  wire: attempts,
})
const names = (phases: ReturnType<typeof phasesOf>) => phases.map(({ name, startMs, endMs }) => `${name} ${startMs}-${endMs}`)

describe('phasesOf', () => {
  const times = { sentMs: 20, firstEventMs: 30, firstTokenMs: 270, endMs: 1100 }
  it('knows the provider’s moments where the wire tells them', () => {
    const full = cell(times, [wire({ connected: 40, firstByte: 190, firstToken: 245, end: 1070 })])
    expect(names(phasesOf(full, 0))).toEqual(['queue 0-20', 'connect 20-65', 'firstByte 65-215', 'firstToken 215-270', 'answer 270-1100'])
  })
  it('says what it saw itself where there is no wire', () => {
    expect(names(phasesOf(cell(times), 0))).toEqual(['queue 0-20', 'reachService 20-30', 'firstToken 30-270', 'answer 270-1100'])
  })
  it('ends at now what is still under way', () => {
    expect(names(phasesOf(cell({ sentMs: 20 }), 500))).toEqual(['queue 0-20', 'waitingPhase 20-500'])
    expect(names(phasesOf(cell({}), 15))).toEqual(['queue 0-15'])
  })
  it('has no answer where no token came', () => {
    expect(names(phasesOf(cell({ sentMs: 1, firstEventMs: 5, endMs: 90 }), 0))).toEqual([
      'queue 0-1',
      'reachService 1-5',
      'firstToken 5-90',
    ])
  })
  it('waits for no token where the end came with the first that was heard', () => {
    expect(names(phasesOf(cell({ sentMs: 1, firstEventMs: 45, endMs: 45.4 }), 0))).toEqual(['queue 0-1', 'reachService 1-45'])
  })
  it('never overlaps, never leaves a gap, never goes beyond the end', () => {
    const ms = fc.option(fc.nat({ max: 3000 }))
    const moments = fc.record({ connected: ms, firstByte: ms, firstToken: ms })
    fc.assert(
      fc.property(ms, ms, ms, fc.nat({ max: 3000 }), fc.option(moments), (sentMs, firstEventMs, firstTokenMs, endMs, attempt) => {
        const phases = phasesOf(cell({ sentMs, firstEventMs, firstTokenMs, endMs }, attempt ? [wire(attempt)] : []), 0)
        expect(phases[0]?.startMs).toBe(0)
        phases.forEach(({ startMs, endMs: until }, at) => {
          expect(until).toBeGreaterThanOrEqual(startMs)
          expect(until).toBeLessThanOrEqual(endMs)
          expect(startMs).toBe(phases[at - 1]?.endMs ?? 0)
        })
      }),
    )
  })
})

describe('serviceStartMs', () => {
  it('is set by the first token', () => {
    expect(serviceStartMs(cell({ sentMs: 20, firstEventMs: 40, firstTokenMs: 270, endMs: 300 }, [wire({ firstToken: 240 })]))).toBe(30)
  })
  it('lies between sending and the first that was heard, whatever the clocks say', () => {
    const times = { sentMs: 20, firstEventMs: 40, firstTokenMs: 270, endMs: 300 }
    expect(serviceStartMs(cell(times, [wire({ firstToken: 900 })]))).toBe(20)
    expect(serviceStartMs(cell(times, [wire({ firstToken: 1 })]))).toBe(40)
  })
})
