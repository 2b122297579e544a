import type { Atom, PrimitiveAtom } from 'jotai'
import type { OutputPlace } from './execution-state.ts'
import type { OutputRef } from './output-ref.ts'

export interface CellCursor {
  readonly rowId: string
  /** A column id, or that of an output. */
  readonly column: string
}

export type DrawerTab = 'output' | 'prompt' | 'wire' | 'trace' | 'logprobs' | 'checks' | 'notes' | 'cost' | 'code'

/** `unmet`: some check failed; `differs`: the variants do not say the same. A row is kept where some output of it is. */
export interface RowFilter {
  readonly status: 'all' | 'failed' | 'stale' | 'unmet' | 'differs'
  readonly text: string
}

/** Where what somebody moved stands now among what is shown, from 1: of several cases the first. */
export type MovedPlace = (
  | { readonly kind: 'cases'; readonly count: number }
  | { readonly kind: 'column'; /** As its head calls it. */ readonly name: string }
) & { readonly place: number; readonly total: number }

/** A run of many calls that somebody is asked about before it begins. */
export interface AskedRun {
  readonly places: readonly OutputPlace[]
  readonly calls: number
}

export interface ViewState {
  readonly selectedRowIdsAtom: PrimitiveAtom<ReadonlySet<string>>
  readonly cursorAtom: PrimitiveAtom<CellCursor | null>
  readonly editingAtom: PrimitiveAtom<CellCursor | null>
  readonly drawerAtom: PrimitiveAtom<(OutputRef & { readonly tab: DrawerTab }) | null>
  /** The case that *Rendered for case n* shows; falls back to the first row. */
  readonly previewRowIdAtom: PrimitiveAtom<string | null>
  readonly filterAtom: PrimitiveAtom<RowFilter>
  readonly densityAtom: PrimitiveAtom<0 | 1 | 2>
  readonly configCollapsedAtom: PrimitiveAtom<boolean>
  /** Below 900 px: which part the sheet shows. */
  readonly narrowPartAtom: PrimitiveAtom<'prompt' | 'cases'>
  readonly askedRunAtom: PrimitiveAtom<AskedRun | null>
  /** For those who do not see it. */
  readonly movedAtom: PrimitiveAtom<MovedPlace | null>
  readonly visibleRowIdsAtom: Atom<readonly string[]>
  /** The rows to which the variants do not say the same. */
  readonly differingAtom: Atom<ReadonlySet<string>>
}
