import type { Standing } from './execution-state.ts'
import { sameItems } from './kept-if-equal.ts'
import type { RowEntry } from './row-entry.ts'
import { type Basis, hasOwnWords } from './standing.ts'

/** What all standings are worked out from. */
interface Grounds {
  /** Rises with what becomes of answers. */
  readonly outcomes: number
  /** Rises with what becomes of rows. */
  readonly revision: unknown
  readonly ids: readonly string[]
  /** Of each variant, in their order. */
  readonly bases: readonly Basis[]
}

interface Seen extends Grounds {
  readonly standings: readonly Standing[]
  /** The wordings that answers were made from; null while nobody asked. */
  wordings: ReadonlySet<string> | null
}

/**
 * The standings of all rows under all variants. It is asked at every key that is typed into a prompt, and looks at ten thousand rows only
 * where one of them may stand otherwise than before. The same list as long as it says the same of the same answers.
 */
export function createStandingList(
  entries: ReadonlyMap<string, RowEntry>,
  standingOf: (entry: RowEntry, basis: Basis) => Standing,
): (grounds: Grounds) => readonly Standing[] {
  let seen: Seen | null = null

  return (grounds) => {
    const { outcomes, revision, ids, bases } = grounds
    const last = seen
    const isAsBefore = last?.outcomes === outcomes && last.revision === revision && last.ids === ids
    if (isAsBefore && standTheSame(last.bases, bases, () => (last.wordings ??= wordingsIn(ids, entries)))) {
      seen = { ...last, bases }
      return last.standings
    }
    const standings: Standing[] = []
    for (const rowId of ids) {
      const entry = entries.get(rowId)
      if (entry) for (const basis of bases) standings.push(standingOf(entry, basis))
    }
    const isSame = last?.outcomes === outcomes && sameItems(last.standings, standings)
    seen = { ...grounds, standings: isSame ? last.standings : standings, wordings: isAsBefore ? last.wordings : null }
    return seen.standings
  }
}

function wordingsIn(ids: readonly string[], entries: ReadonlyMap<string, RowEntry>): ReadonlySet<string> {
  const found = new Set<string>()
  for (const id of ids)
    for (const { cells } of entries.get(id)?.outputs.values() ?? [])
      for (const { provenance } of cells.value) if (provenance !== null) found.add(provenance.promptHash)
  return found
}

/** Whether no row can stand otherwise under these than under those. */
const standTheSame = (those: readonly Basis[], these: readonly Basis[], wordings: () => ReadonlySet<string>): boolean =>
  those.length === these.length && these.every((basis, index) => standsTheSame(those[index], basis, wordings))

function standsTheSame(one: Basis | undefined, other: Basis, wordings: () => ReadonlySet<string>): boolean {
  if (one === other) return true
  return (
    one?.variantId === other.variantId &&
    one.required === other.required &&
    one.isBroken === other.isBroken &&
    hasOwnWords(one.prompt) &&
    hasOwnWords(other.prompt) &&
    // Answers of another wording than both are as stale as they were.
    !wordings().has(one.promptHash) &&
    !wordings().has(other.promptHash)
  )
}
