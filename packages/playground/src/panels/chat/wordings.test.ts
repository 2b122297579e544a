import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edited, type History } from './history-edit.ts'
import { notedWordings, outdatedTurns, wordingChain, wordingOf } from './wordings.ts'

const history: History = [
  { id: 'a', role: 'user', content: 'Hi' },
  { id: 'b', role: 'assistant', content: 'Hello' },
  { id: 'c', role: 'user', content: 'More' },
  { id: 'd', role: 'assistant', content: 'Here' },
]
const NONE: ReadonlyMap<string, string> = new Map()

describe('wordings', () => {
  it('are of what stands before a turn, whatever the turns are called', () => {
    const renamed = history.map((message) => ({ ...message, id: `${message.id}x` }))
    expect(wordingChain(renamed)).toEqual(wordingChain(history))
    expect(wordingChain(history)).toHaveLength(5)
    expect(wordingOf(history)).not.toBe(wordingOf(history.slice(0, 3)))
    expect(wordingOf([])).toBe('')
  })
  it('mark the answers after an edit, and no others', () => {
    const noted = notedWordings(NONE, history)
    expect([...outdatedTurns(noted, history)]).toEqual([])
    expect([...outdatedTurns(noted, edited(history, 'c', { content: 'Less' }))]).toEqual(['d'])
    expect([...outdatedTurns(noted, edited(history, 'a', { content: 'Hey' }))]).toEqual(['b', 'd'])
  })
  it('mark nothing that nobody noted', () => {
    expect(outdatedTurns(NONE, edited(history, 'a', { content: 'Hey' })).size).toBe(0)
  })
  it('are of the first wording that was answered, and no mark stays once that is back', () => {
    const once = edited(history, 'a', { content: 'Hey' })
    const noted = notedWordings(notedWordings(NONE, history), once)
    expect(outdatedTurns(noted, edited(once, 'a', { content: 'Ho' })).size).toBe(2)
    expect(outdatedTurns(noted, edited(once, 'a', { content: 'Hi' })).size).toBe(0)
  })
  it('never mark a conversation that is as it was', () => {
    const turn = fc.record({ role: fc.constantFrom('user' as const, 'assistant' as const), content: fc.string() })
    fc.assert(
      fc.property(fc.array(turn), (turns) => {
        const some: History = turns.map((message, index) => Object.assign({ id: `${index}` }, message))
        expect(outdatedTurns(notedWordings(NONE, some), some).size).toBe(0)
      }),
    )
  })
})
