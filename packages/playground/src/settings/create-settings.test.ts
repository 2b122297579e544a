import { atom, createStore } from 'jotai'
import { describe, expect, it } from 'vitest'
import { createSettings } from './create-settings.ts'
import { DEFAULT_SETTINGS, type PlaygroundSettings, type SettingsBinding } from './settings.ts'

const setUp = (binding?: SettingsBinding) => {
  const store = createStore()
  const densityAtom = atom<0 | 1 | 2>(1)
  const errors: unknown[] = []
  const settings = createSettings({ store, densityAtom, binding, onError: (error) => errors.push(error) })
  return { store, densityAtom, errors, settings, now: () => store.get(settings.atom) }
}
const keeping = (kept: unknown) => {
  const saved: PlaygroundSettings[] = []
  return { saved, binding: { load: () => kept, save: (settings: PlaygroundSettings) => void saved.push(settings) } }
}

describe('the settings of a mount', () => {
  it('begin as they are delivered and last as long as the page where nobody keeps them', () => {
    const { settings, now } = setUp()
    settings.connect()
    settings.change({ singleKeys: false })
    expect(settings.isKept).toBe(false)
    expect(now()).toEqual({ ...DEFAULT_SETTINGS, singleKeys: false })
  })

  it('begin as they were kept', () => {
    const { binding, saved } = keeping({ density: 2, theme: 'dark', enterSends: 'what' })
    const { settings, store, densityAtom, now } = setUp(binding)
    settings.connect()
    expect(store.get(densityAtom)).toBe(2)
    expect(now()).toEqual({ ...DEFAULT_SETTINGS, density: 2, theme: 'dark' })
    expect(settings.isKept).toBe(true)
    expect(saved).toEqual([])
  })

  it('are kept whenever one changes, until the mount is gone', () => {
    const { binding, saved } = keeping(null)
    const { settings } = setUp(binding)
    const end = settings.connect()
    settings.change({ theme: 'light', recent: ['save'] })
    expect(saved).toEqual([{ ...DEFAULT_SETTINGS, theme: 'light', recent: ['save'] }])
    end()
    settings.change({ theme: 'dark' })
    expect(saved).toHaveLength(1)
  })

  it('follow the height of rows wherever it is changed', () => {
    const { binding, saved } = keeping(null)
    const { settings, store, densityAtom, now } = setUp(binding)
    settings.connect()
    store.set(densityAtom, 0)
    expect(now().density).toBe(0)
    expect(saved.at(-1)?.density).toBe(0)
    settings.change({ density: 2 })
    expect(store.get(densityAtom)).toBe(2)
  })

  it('tell of a host that cannot load or save, and go on', () => {
    const refuse = () => {
      throw new Error('blocked')
    }
    const { settings, errors, now } = setUp({ load: refuse, save: refuse })
    settings.connect()
    settings.change({ enterSends: false })
    expect(errors).toHaveLength(2)
    expect(now().enterSends).toBe(false)
  })
})
