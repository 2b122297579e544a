import type { EditorFacts } from './template-editor/editor-facts.ts'

/** What the foot of the messages says: the first variable that wants values, else how many there are. */
export type VariableSummary =
  | { readonly kind: 'all'; readonly count: number }
  | { readonly kind: 'missing'; readonly name: string; readonly rows: number }
  | { readonly kind: 'never'; readonly name: string }

export function variableSummary(
  variables: readonly string[],
  facts: Pick<EditorFacts, 'stateOf'>,
  filled: ReadonlyMap<string, number>,
  rows: number,
): VariableSummary {
  const never = variables.find((name) => rows > 0 && facts.stateOf(name) === 'never')
  if (never !== undefined) return { kind: 'never', name: never }
  const missing = variables.find((name) => facts.stateOf(name) === 'missing')
  if (missing !== undefined) return { kind: 'missing', name: missing, rows: rows - (filled.get(missing) ?? 0) }
  return { kind: 'all', count: variables.length }
}
