import { describe, expect, it } from 'vitest'
import { sampleProgress } from '../../execution/sample-progress.ts'
import { fakeContext } from '../fake-context.ts'

const RUNNING = sampleProgress()

describe('the commands that hold a run', () => {
  it('pause what runs, and say why not where nothing does', () => {
    const { give, asked, availability, state } = fakeContext()
    expect([availability('pause'), availability('resume')]).toEqual(['whyNothingRuns', 'whyNotPaused'])
    state.execution.setProgress(() => RUNNING)
    expect(availability('pause')).toBe(true)
    give('pause')
    expect(asked).toEqual([['pause']])
  })
  it('let a paused run go on, and only such a one', () => {
    const { give, asked, availability, state } = fakeContext()
    state.execution.setProgress(() => RUNNING)
    state.store.set(state.execution.haltAtom, { kind: 'paused' })
    expect([availability('pause'), availability('resume')]).toEqual(['whyAlready', true])
    give('resume')
    expect(asked).toEqual([['resume']])
  })
  it('are not there for a host that cannot hold runs', () => {
    const { availability, state } = fakeContext(undefined, { hold: null })
    state.execution.setProgress(() => RUNNING)
    expect([availability('pause'), availability('resume')]).toEqual(['whyHostHolds', 'whyHostHolds'])
  })
})
