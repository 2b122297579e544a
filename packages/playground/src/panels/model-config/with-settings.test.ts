import { describe, expect, it } from 'vitest'
import { withSettings } from './with-settings.ts'

describe('withSettings', () => {
  it('changes what is named and keeps the rest, what this form knows nothing of included', () => {
    const settings = { model: 'm', temperature: 0.2, extraBody: { top_k: 4 }, tools: [{ type: 'x' }] }
    expect(withSettings(settings, { temperature: 1 })).toEqual({ ...settings, temperature: 1 })
  })
  it('takes a setting out where it is undefined', () => {
    expect(Object.keys(withSettings({ model: 'm', temperature: 0.2 }, { temperature: undefined }))).toEqual(['model'])
  })
  it('changes nothing that it was given', () => {
    const settings = { model: 'm', seed: 1 }
    withSettings(settings, { seed: undefined, model: 'n' })
    expect(settings).toEqual({ model: 'm', seed: 1 })
  })
})
