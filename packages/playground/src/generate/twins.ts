import type { CaseDraft } from './generation.ts'

/** What a case is the same as: an existing one, by its place among them, or an earlier one of those that were written. */
export type Twin = { readonly of: 'existing' | 'written'; readonly index: number }

const keyOf = ({ data }: Pick<CaseDraft, 'data'>, columns: readonly string[]): string =>
  JSON.stringify(columns.map((name) => (Object.hasOwn(data, name) ? (data[name] ?? '').trim() : '')))

/** Where each case stands first, by what it says. */
export type Places = ReadonlyMap<string, number>

export function placesOf(cases: readonly Pick<CaseDraft, 'data'>[], columns: readonly string[]): Places {
  const places = new Map<string, number>()
  for (const [index, one] of cases.entries()) {
    const key = keyOf(one, columns)
    if (!places.has(key)) places.set(key, index)
  }
  return places
}

/** Which of the written cases say what an existing one or an earlier one says already, by their place. Blanks around a value make no difference. */
export function twinsOf(written: readonly CaseDraft[], existing: Places, columns: readonly string[]): ReadonlyMap<number, Twin> {
  const seen = new Map<string, number>()
  const twins = new Map<number, Twin>()
  for (const [index, one] of written.entries()) {
    const key = keyOf(one, columns)
    const there = existing.get(key)
    const before = seen.get(key)
    if (there !== undefined) twins.set(index, { of: 'existing', index: there })
    else if (before !== undefined) twins.set(index, { of: 'written', index: before })
    else seen.set(key, index)
  }
  return twins
}
