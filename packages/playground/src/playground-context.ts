import { createContext, use } from 'react'
import type { PlaygroundBindings } from './bindings.ts'
import type { Panels } from './panels/panels.ts'
import type { OutputPlace, PlaygroundState } from './state/playground-state.ts'
import type { PlaygroundSnapshot } from './state/snapshot.ts'

/** A place that a message sends the reader to. */
export type Place =
  | { readonly kind: 'model' }
  | { readonly kind: 'settings' }
  /** `index` is the message's place in the prompt. */
  | { readonly kind: 'message'; readonly index: number }
  | { readonly kind: 'cell'; readonly rowId: string; readonly column: string }

/** What every panel of one mount works with. */
export interface Mounted {
  readonly bindings: PlaygroundBindings
  readonly state: PlaygroundState
  readonly panels: Panels
  /** What the host offers to start from; null where it offers nothing. */
  readonly example: PlaygroundSnapshot | null
  /** Runs outputs, or rows under all variants; what becomes of them is in their cells. */
  readonly run: (places: readonly OutputPlace[]) => void
  /** Stops one output, one row or all; what arrived stays. */
  readonly stop: (place?: OutputPlace) => void
  /** Opens what hides a place and puts the focus there. */
  readonly goTo: (place: Place) => void
  /** The element of the mount; null before its first layout. */
  readonly root: HTMLElement | null
}

export const PlaygroundContext = createContext<Mounted | null>(null)

/** The mount that a component is part of. */
export function usePlayground(): Mounted {
  const mounted = use(PlaygroundContext)
  if (mounted === null) throw new Error('A panel was rendered outside <Playground>.')
  return mounted
}
