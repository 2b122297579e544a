import { describe, expect, it } from 'vitest'
import { commands } from '../messages/en/commands.ts'
import { addTexts, createTexts } from '../messages/create-texts.ts'
import { sayIn } from '../messages/use-text.ts'
import { gridAct } from '../panels/test-cases/grid-keys.ts'
import { SECTIONS } from './command.ts'
import { fakeContext } from './fake-context.ts'
import { COMMANDS } from './registry.ts'
import { SHORTCUT_IDS } from './shortcuts.ts'

const texts = createTexts('en')
addTexts(texts, 'commands', commands)
const say = sayIn(texts, 'commands')

describe('the registry', () => {
  it('holds every command once', () => {
    const ids = COMMANDS.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThan(80)
  })

  it('has a name for each that no other of its section has', () => {
    for (const section of SECTIONS) {
      const names = COMMANDS.filter((command) => command.section === section).map(({ text }) =>
        typeof text === 'function' ? text(say) : say(text),
      )
      expect(names.filter((name) => name === '' || /[{}]{2}/.test(name))).toEqual([])
      expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
    }
  })

  it('has a command for every key of the whole playground', () => {
    const withKeys = new Set(COMMANDS.filter(({ keys }) => keys.length > 0).map(({ id }) => id))
    expect(SHORTCUT_IDS.filter((id) => !withKeys.has(id))).toEqual([])
  })

  it('gives no key of the whole playground twice', () => {
    const keys = COMMANDS.filter(({ id }) => SHORTCUT_IDS.some((one) => one === id)).flatMap((command) => command.keys)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('promises no key in the grid that does nothing there', () => {
    const shape = { rows: 9, columns: 4, pageRows: 3, isRightToLeft: false }
    const press = (combination: string) => {
      const parts = combination.split('+')
      const key = parts.at(-1) === 'Space' ? ' ' : (parts.at(-1) ?? '')
      const pressed = { key, isMod: parts.includes('$mod'), isShift: parts.includes('Shift'), isAlt: parts.includes('Alt') }
      return gridAct(pressed, { row: 4, column: 2 }, 'output', shape, false)
    }
    // What is heard on the head of a column alone is held where columns are moved.
    const promised = COMMANDS.filter(({ id, section }) => section === 'sectionGrid' && id !== 'grid-column-move').flatMap(
      ({ keys }) => keys,
    )
    expect(promised.length).toBeGreaterThan(10)
    expect(promised.filter((combination) => press(combination) === null)).toEqual([])
  })

  it('gives a reason wherever a command cannot be given, and can be asked in any state', () => {
    const { context } = fakeContext()
    const answers = COMMANDS.map(({ id, isAvailable }) => [id, isAvailable(context)] as const)
    const reasons = answers.filter(([, answer]) => answer !== true)
    expect(reasons.length).toBeGreaterThan(15)
    const words = reasons.map(([id, answer]) => [id, answer === true ? '' : say(answer)])
    expect(words.filter(([, word]) => word?.endsWith('.') !== true)).toEqual([])
  })
})
