import { describe, expect, it } from 'vitest'
import { versionStep } from './version-key.ts'

const press = (key: string, rest = {}) => versionStep({ key, metaKey: false, defaultPrevented: false, ...rest })

describe('versionStep', () => {
  it('goes back and on by brackets, wherever the keyboard has them', () => {
    expect([press('['), press(']'), press('a')]).toEqual([-1, 1, null])
  })
  it('leaves the keys of others alone', () => {
    expect(press('[', { metaKey: true })).toBeNull()
    expect(press(']', { defaultPrevented: true })).toBeNull()
  })
})
