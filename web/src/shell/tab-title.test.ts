import { describe, expect, it } from 'vitest'
import { tabTitle } from './tab-title.ts'

const RUN = { total: 14, done: 7, failed: 1, stopped: 1, endedAtMs: null }

describe('the title of the tab', () => {
  it('is the page while nothing runs', () => {
    expect(tabTitle('Playground', 'Vitrine', null)).toBe('Playground · Vitrine')
  })
  it('begins with what of a run is over, however it ended', () => {
    expect(tabTitle('Playground', 'Vitrine', RUN)).toBe('(9/14) Playground · Vitrine')
    expect(tabTitle('Models', 'Vitrine', { ...RUN, done: 0, failed: 0, stopped: 0 })).toBe('(0/14) Models · Vitrine')
  })
  it('is the page again once the run is over', () => {
    expect(tabTitle('Playground', 'Vitrine', { ...RUN, endedAtMs: 12 })).toBe('Playground · Vitrine')
  })
})
