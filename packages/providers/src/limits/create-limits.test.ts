import { describe, expect, it } from 'vitest'
import type { ProviderEndpoint } from '../provider.ts'
import { BoundedMap } from './bounded-map.ts'
import { createLimits } from './create-limits.ts'

const endpoint = (baseUrl: string, apiKey: string | null = 'key-one'): ProviderEndpoint => ({ baseUrl, apiKey })
const limits = createLimits({ clock: () => 0 })

describe('createLimits', () => {
  it('remembers provider, address and key together', () => {
    const lane = limits.laneOf('openai', endpoint('https://a.example/v1'))
    expect(limits.laneOf('openai', endpoint('https://a.example/v1'))).toBe(lane)
    expect(limits.laneOf('litellm', endpoint('https://a.example/v1'))).not.toBe(lane)
    expect(limits.laneOf('openai', endpoint('https://a.example/v2'))).not.toBe(lane)
    expect(limits.laneOf('openai', endpoint('https://a.example/v1', 'key-two'))).not.toBe(lane)
    expect(limits.laneOf('openai', endpoint('https://a.example/v1', null))).not.toBe(lane)
  })

  it('has one retry budget for an origin and a key', () => {
    const { retries } = limits.laneOf('openai', endpoint('https://b.example/v1'))
    expect(limits.laneOf('litellm', endpoint('https://b.example/other')).retries).toBe(retries)
    expect(limits.laneOf('openai', endpoint('https://b.example:444/v1')).retries).not.toBe(retries)
    expect(limits.laneOf('openai', endpoint('https://b.example/v1', 'key-two')).retries).not.toBe(retries)
  })

  it('forgets the one that was not asked for the longest', () => {
    const few = createLimits({ clock: () => 0, mostLanes: 2 })
    const [first, second] = [few.laneOf('p', endpoint('https://1.example')), few.laneOf('p', endpoint('https://2.example'))]
    few.laneOf('p', endpoint('https://1.example'))
    few.laneOf('p', endpoint('https://3.example'))
    expect(few.laneOf('p', endpoint('https://1.example'))).toBe(first)
    expect(few.laneOf('p', endpoint('https://2.example'))).not.toBe(second)
  })
})

describe('BoundedMap', () => {
  it('holds no more than it may', () => {
    const map = new BoundedMap<number>(3)
    for (let count = 0; count < 10; count += 1) map.getOrCreate(String(count), () => count)
    expect(map.size).toBe(3)
    expect(map.getOrCreate('9', () => -1)).toBe(9)
    expect(map.getOrCreate('0', () => -1)).toBe(-1)
  })
})
