import type { ColumnRole, Recognised, RecognisedColumn } from '../import/recognition.ts'
import type { Mapping } from './mapping.ts'

/** What other tools and people call the answer that they want. */
const EXPECTED_NAMES: ReadonlySet<string> = new Set([
  'expected',
  'expected output',
  'expected answer',
  'ideal',
  'reference',
  'reference output',
  'reference answer',
  'ground truth',
  'target',
  'gold',
])

const plain = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ')

/** A variable of the prompt under the same name, also where case and separators differ; undefined where none or several could be meant. */
function knownVariable(name: string, known: readonly string[]): string | undefined {
  if (known.includes(name)) return name
  const alike = known.filter((variable) => plain(variable) === plain(name))
  return alike.length === 1 ? alike[0] : undefined
}

function roleOf({ name, role }: RecognisedColumn, known: readonly string[]): ColumnRole {
  if (role !== undefined) return role
  const variable = knownVariable(name, known)
  if (variable !== undefined) return { kind: 'variable', name: variable }
  if (EXPECTED_NAMES.has(plain(name))) return { kind: 'expected', typed: false }
  const key = /^metadata[.:](.+)$/i.exec(name)?.[1]
  return key === undefined ? { kind: 'variable', name } : { kind: 'metadata', key }
}

/** Two columns cannot fill one variable: the later one keeps its own name, or is left out where that is taken too. */
function withoutDoubles(roles: readonly ColumnRole[], columns: readonly RecognisedColumn[]): readonly ColumnRole[] {
  const taken = new Set<string>()
  return roles.map((role, index) => {
    if (role.kind !== 'variable') return role
    const own = columns[index]?.name ?? role.name
    const name = [role.name, own].find((candidate) => !taken.has(candidate))
    if (name === undefined) return { kind: 'ignore' }
    taken.add(name)
    return { kind: 'variable', name }
  })
}

/**
 * What the columns most probably are: by what the format says, then by the names of variables that the prompt has, then by the names
 * that people give to what they expect. What is left is a variable. A prompt in the file is taken with everything it brings.
 */
export function autoMap(recognised: Pick<Recognised, 'columns' | 'variants'>, knownVariables: readonly string[]): Mapping {
  const exact = recognised.columns.map((column) => roleOf(column, knownVariables))
  return {
    columns: withoutDoubles(exact, recognised.columns),
    variants: recognised.variants.map((_, index) => index),
    takesChecks: true,
  }
}
