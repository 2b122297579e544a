import { describe, expect, it } from 'vitest'
import { type PlaygroundEvent, createEvents } from './events.ts'

const EVENT: PlaygroundEvent = { type: 'auth-required' }

describe('events', () => {
  it('tells everybody who listens, until they do not', () => {
    const events = createEvents(() => undefined)
    const heard: string[] = []
    expect(events.isHeard('row-chunk')).toBe(false)
    const end = events.subscribe(() => heard.push('one'))
    events.subscribe(() => heard.push('two'))
    events.emit(EVENT)
    end()
    end()
    events.emit(EVENT)
    expect(heard).toEqual(['one', 'two', 'two'])
    expect(events.isHeard('row-chunk')).toBe(true)
  })

  it('tells one type alone to who asks for no other, and makes no other for that', () => {
    const events = createEvents(() => undefined)
    const heard: string[] = []
    events.subscribe(({ type }) => heard.push(type), 'worker-fallback')
    expect([events.isHeard('worker-fallback'), events.isHeard('row-chunk')]).toEqual([true, false])
    events.emit(EVENT)
    events.emit({ type: 'worker-fallback', reason: 'csp' })
    expect(heard).toEqual(['worker-fallback'])
  })

  it('counts a listener twice that subscribes twice', () => {
    const events = createEvents(() => undefined)
    let count = 0
    const listener = () => void count++
    const end = events.subscribe(listener)
    events.subscribe(listener)
    end()
    events.emit(EVENT)
    expect(count).toBe(1)
  })

  it('tells who comes later that the page has no worker', () => {
    const events = createEvents(() => undefined)
    events.emit({ type: 'worker-fallback', reason: 'csp' })
    events.emit(EVENT)
    const heard: PlaygroundEvent[] = []
    events.subscribe((event) => heard.push(event))
    expect(heard).toEqual([{ type: 'worker-fallback', reason: 'csp' }])
  })

  it('goes on where a listener throws, and reports what it threw', () => {
    const reported: unknown[] = []
    const events = createEvents((error) => reported.push(error))
    let isHeard = false
    events.subscribe(() => {
      throw new Error('host')
    })
    events.subscribe(() => void (isHeard = true))
    events.emit(EVENT)
    expect(isHeard).toBe(true)
    expect(reported).toEqual([new Error('host')])
  })
})
