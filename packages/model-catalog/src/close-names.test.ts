import { describe, expect, it } from 'vitest'
import { closeNames } from './close-names.ts'

const known = ['gpt-4o', 'gpt-4o-mini', 'gpt-4.1', 'o3', 'demo/writer']

describe('close names', () => {
  it('are the nearest first', () => {
    expect(closeNames('gpt-4oo', known)).toEqual(['gpt-4o', 'gpt-4.1'])
    expect(closeNames('gpt4o', known)).toEqual(['gpt-4o'])
    expect(closeNames('GPT-4O-MINI', known)[0]).toBe('gpt-4o-mini')
    expect(closeNames('demo/wirter', known)).toEqual(['demo/writer'])
  })

  it('hold the name that a longer one begins with', () => {
    expect(closeNames('gpt-4.1-2031-01-01', known)).toEqual(['gpt-4.1'])
  })

  it('are at most three, and none where nothing is near', () => {
    expect(closeNames('gpt-4', known).length).toBeLessThanOrEqual(3)
    expect(closeNames('completely-else', known)).toEqual([])
    expect(closeNames('', known)).toEqual([])
    expect(closeNames('x'.repeat(81), known)).toEqual([])
  })
})
