import { describe, expect, it } from 'vitest'
import { formatKeys } from './format-keys.ts'

describe('formatKeys', () => {
  it('uses the signs of an Apple keyboard, modifiers first', () => {
    expect(formatKeys('$mod+Enter', true)).toBe('⌘↵')
    expect(formatKeys('$mod+Shift+Enter', true)).toBe('⇧⌘↵')
    expect(formatKeys('Alt+ArrowUp', true)).toBe('⌥↑')
  })
  it('uses words on other keyboards', () => {
    expect(formatKeys('$mod+Enter', false)).toBe('Ctrl ↵')
    expect(formatKeys('$mod+Shift+z', false)).toBe('Ctrl Shift Z')
    expect(formatKeys('Escape', false)).toBe('Esc')
  })
  it('leaves a sign as it is', () => {
    expect(formatKeys('?', true)).toBe('?')
  })
})
