import type { ColumnRole, RecognisedColumn } from '../../../exchange/import/recognition.ts'

export type ColumnChoice = 'variable' | 'expected' | 'typed' | 'metadata' | 'check-option' | 'ignore'

export const choiceOf = (role: ColumnRole): ColumnChoice => (role.kind === 'expected' && role.typed ? 'typed' : role.kind)

/** What a column may become; an option of a check only where the file said that it is one. */
export const choicesFor = ({ role }: RecognisedColumn): readonly ColumnChoice[] => [
  'variable',
  'expected',
  'typed',
  'metadata',
  ...(role?.kind === 'check-option' ? (['check-option'] as const) : []),
  'ignore',
]

/** The role that a choice gives to a column, under the name that it has so far. */
export function roleFor(choice: ColumnChoice, column: RecognisedColumn, before: ColumnRole): ColumnRole {
  const name = nameOf(before) ?? column.name
  switch (choice) {
    case 'variable':
      return { kind: 'variable', name }
    case 'expected':
      return { kind: 'expected', typed: false }
    case 'typed':
      return { kind: 'expected', typed: true }
    case 'metadata':
      return { kind: 'metadata', key: name }
    case 'check-option':
      return column.role?.kind === 'check-option' ? column.role : { kind: 'ignore' }
    default:
      return { kind: 'ignore' }
  }
}

/** The name that a column's values go by; null where they have none. */
export function nameOf(role: ColumnRole): string | null {
  if (role.kind === 'variable') return role.name
  return role.kind === 'metadata' ? role.key : null
}

export function renamed(role: ColumnRole, name: string): ColumnRole {
  if (role.kind === 'variable') return { kind: 'variable', name }
  return role.kind === 'metadata' ? { kind: 'metadata', key: name } : role
}

export type MappingFault = 'missing' | 'twice'

/** What keeps columns from being placed, by column; null where nothing does. */
export function mappingFaults(roles: readonly ColumnRole[]): readonly (MappingFault | null)[] {
  const key = (role: ColumnRole) => `${role.kind} ${nameOf(role) ?? ''}`
  const counts = new Map<string, number>()
  for (const role of roles) counts.set(key(role), (counts.get(key(role)) ?? 0) + 1)
  return roles.map((role) => {
    const name = nameOf(role)
    if (name === null) return null
    if (name.trim() === '') return 'missing'
    return (counts.get(key(role)) ?? 0) > 1 ? 'twice' : null
  })
}
