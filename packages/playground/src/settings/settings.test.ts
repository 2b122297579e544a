import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS, MOST_RECENT, readSettings } from './settings.ts'

describe('readSettings', () => {
  it('reads what was saved', () => {
    const saved = {
      ...DEFAULT_SETTINGS,
      theme: 'dark',
      density: 2,
      singleKeys: false,
      enterSends: false,
      afterEdit: 'cut',
      language: 'de',
      recent: ['save'],
    }
    expect(readSettings(JSON.parse(JSON.stringify(saved)))).toEqual(saved)
  })
  it.each([null, undefined, 3, 'dark', [], () => 1])('reads %s as nothing', (kept) => {
    expect(readSettings(kept)).toEqual({})
  })
  it('leaves out what is no setting, and keeps the rest', () => {
    const kept = {
      theme: 'pink',
      density: 7,
      singleKeys: 'no',
      enterSends: null,
      afterEdit: 'burn',
      language: 5,
      recent: 'save',
      unheard: true,
    }
    expect(readSettings(kept)).toEqual({})
    expect(readSettings({ ...kept, density: 0 })).toEqual({ density: 0 })
  })
  it('takes no more commands than are remembered, and no names that are none', () => {
    const recent = [1, null, 'x'.repeat(500), ...Array.from({ length: 20 }, (_, at) => `c${at}`)]
    expect(readSettings({ recent }).recent).toEqual(Array.from({ length: MOST_RECENT }, (_, at) => `c${at}`))
  })
  it('takes only what is the object’s own', () => {
    expect(readSettings(Object.create({ theme: 'dark' }))).toEqual({})
    expect(readSettings(JSON.parse('{"__proto__": {"theme": "dark"}}'))).toEqual({})
  })
})
