import { describe, expect, it } from 'vitest'
import { createCommander } from './create-commander.ts'

const setUp = () => {
  const done: string[] = []
  let fetched = 0
  const commander = createCommander(() => {
    fetched += 1
  })
  return { commander, done, fetched: () => fetched, attach: () => commander.attach((id) => done.push(id)) }
}

describe('a commander', () => {
  it('keeps what is given before anybody carries it out, and fetches who does', () => {
    const { commander, done, fetched, attach } = setUp()
    commander.give('palette')
    commander.give('save')
    expect(fetched()).toBe(2)
    attach()
    expect(done).toEqual(['palette', 'save'])
  })
  it('gives at once what comes later', () => {
    const { commander, done, fetched, attach } = setUp()
    attach()
    commander.give('keys')
    expect(done).toEqual(['keys'])
    expect(fetched()).toBe(0)
  })
  it('waits again once nobody is attached, and carries nothing out twice', () => {
    const { commander, done, attach } = setUp()
    const end = attach()
    commander.give('a')
    end()
    commander.give('b')
    expect(done).toEqual(['a'])
    attach()
    expect(done).toEqual(['a', 'b'])
  })
  it('is not ended by one who was replaced', () => {
    const { commander, done, attach } = setUp()
    const endFirst = attach()
    attach()
    endFirst()
    commander.give('a')
    expect(done).toEqual(['a'])
  })
})
