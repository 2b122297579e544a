import { describe, expect, it } from 'vitest'
import type { ColumnRole } from '../../../exchange/import/recognition.ts'
import { choiceOf, choicesFor, mappingFaults, nameOf, renamed, roleFor } from './column-choice.ts'

const ROLES: readonly ColumnRole[] = [
  { kind: 'variable', name: 'a' },
  { kind: 'expected', typed: false },
  { kind: 'expected', typed: true },
  { kind: 'metadata', key: 'a' },
  { kind: 'ignore' },
]

describe('the choice for a column', () => {
  it.each(ROLES)('says what $kind is, and makes it again', (role) => {
    expect(roleFor(choiceOf(role), { name: 'a' }, { kind: 'ignore' })).toEqual(role)
  })

  it('keeps the name that a column was given', () => {
    const variable: ColumnRole = { kind: 'variable', name: 'mine' }
    expect(roleFor('metadata', { name: 'theirs' }, variable)).toEqual({ kind: 'metadata', key: 'mine' })
    expect(roleFor('variable', { name: 'theirs' }, { kind: 'ignore' })).toEqual({ kind: 'variable', name: 'theirs' })
  })

  it('offers an option of a check only where the file has one', () => {
    const option: ColumnRole = { kind: 'check-option', option: 'threshold', column: '__expected' }
    expect(choicesFor({ name: 'a' })).not.toContain('check-option')
    expect(choicesFor({ name: 'a', role: option })).toContain('check-option')
    expect(roleFor('check-option', { name: 'a', role: option }, { kind: 'ignore' })).toBe(option)
  })

  it('renames what has a name, and nothing else', () => {
    expect(ROLES.map((role) => nameOf(renamed(role, 'b')))).toEqual(['b', null, null, 'b', null])
  })
})

describe('the faults of a mapping', () => {
  it('are names that are missing or given twice', () => {
    expect(
      mappingFaults([
        { kind: 'variable', name: 'a' },
        { kind: 'variable', name: 'a' },
        { kind: 'variable', name: ' ' },
        { kind: 'metadata', key: 'a' },
        { kind: 'expected', typed: false },
        { kind: 'expected', typed: false },
        { kind: 'ignore' },
        { kind: 'ignore' },
      ]),
    ).toEqual(['twice', 'twice', 'missing', null, null, null, null, null])
  })
})
