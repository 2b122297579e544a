import { describe, expect, it } from 'vitest'
import { createBrowserStore } from './browser-store.ts'

const storageOf = (kept: Map<string, string>) => ({
  getItem: (name: string) => kept.get(name) ?? null,
  setItem: (name: string, value: string) => void kept.set(name, value),
})

describe('what a browser keeps', () => {
  it('comes back, also to another page', () => {
    const kept = new Map<string, string>()
    createBrowserStore(() => storageOf(kept)).save('settings', { density: 2 })
    expect(createBrowserStore(() => storageOf(kept)).load('settings')).toEqual({ density: 2 })
    expect([...kept.keys()]).toEqual(['vitrine.settings'])
  })

  it('is nothing at the beginning', () => {
    expect(createBrowserStore(() => storageOf(new Map())).load('settings')).toBeNull()
  })

  it('is nothing where somebody else wrote there', () => {
    const kept = new Map([['vitrine.settings', '{broken']])
    expect(createBrowserStore(() => storageOf(kept)).load('settings')).toBeNull()
  })

  it('lasts as long as the page where the browser refuses', () => {
    const store = createBrowserStore(() => {
      throw new DOMException('The operation is insecure.', 'SecurityError')
    })
    expect(store.load('theme')).toBeNull()
    store.save('theme', 'dark')
    expect(store.load('theme')).toBe('dark')
  })

  it('lasts as long as the page where there is no room', () => {
    const store = createBrowserStore(() => ({
      getItem: () => null,
      setItem: () => {
        throw new DOMException('Full.', 'QuotaExceededError')
      },
    }))
    store.save('theme', 'light')
    expect(store.load('theme')).toBe('light')
  })
})
