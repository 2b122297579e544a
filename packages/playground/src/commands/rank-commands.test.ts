import { describe, expect, it } from 'vitest'
import type { Command } from './command.ts'
import { type NamedCommand, rankCommands, withRecent } from './rank-commands.ts'

const named = (id: string, title: string, section: string, isAvailable = true): NamedCommand => {
  const command: Command = { id, section: 'sectionRun', text: 'runAll', keys: [], isAvailable: () => true }
  return { command, title, section, isAvailable }
}
const ALL = [
  named('run-all', 'Run all cases', 'Run'),
  named('run-failed', 'Run the failed cases', 'Run', false),
  named('add-case', 'Add cases', 'Cases'),
  named('export', 'Export', 'In and out'),
]
const ids = (query: string, recent: readonly string[] = []) => rankCommands(query, ALL, recent).map(({ command }) => command.id)

describe('rankCommands', () => {
  it('shows all in their order where nothing was typed', () => {
    expect(ids('  ')).toEqual(['run-all', 'run-failed', 'add-case', 'export'])
  })
  it('puts those used last first, and passes over what is there no more', () => {
    expect(ids('', ['export', 'gone', 'add-case'])).toEqual(['export', 'add-case', 'run-all', 'run-failed'])
  })
  it('finds by name, whatever the order of words', () => {
    expect(ids('cases all')).toEqual(['run-all'])
  })
  it('puts what cannot be done behind what can', () => {
    expect(ids('cases')).toEqual(['add-case', 'run-all', 'run-failed'])
  })
  it('finds by section, behind what is called so', () => {
    expect(ids('out')).toEqual(['export'])
    expect(ids('case').at(0)).toBe('add-case')
  })
  it('does not guess where a word was meant', () => {
    const theme = named('theme', 'Theme: dark', 'View')
    const message = named('message', 'Delete the message', 'Prompt')
    const found = (query: string) => rankCommands(query, [message, theme], []).map(({ command }) => command.id)
    expect(found('theme')).toEqual(['theme'])
    expect(found('detm')).toEqual(['message'])
  })
  it('finds nothing where nothing fits', () => {
    expect(ids('zzz')).toEqual([])
  })
})

describe('withRecent', () => {
  it('puts a command at the front, once, and forgets the oldest', () => {
    expect(withRecent(['a', 'b', 'c'], 'b', 3)).toEqual(['b', 'a', 'c'])
    expect(withRecent(['a', 'b', 'c'], 'd', 3)).toEqual(['d', 'a', 'b'])
  })
})
