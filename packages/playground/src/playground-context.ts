import type { PrimitiveAtom } from 'jotai'
import { createContext, use } from 'react'
import type { PlaygroundBindings } from './bindings.ts'
import type { Commander } from './commands/create-commander.ts'
import type { Keeper } from './journal/create-keeper.ts'
import type { OpenTool } from './panels/frame/tools.ts'
import type { WorkMark } from './panels/journal/work-mark.ts'
import type { Panels } from './panels/panels.ts'
import type { OpenedLink } from './panels/share/opened-link.ts'
import type { SettingsState } from './settings/create-settings.ts'
import type { ThemeChoice } from './settings/settings.ts'
import type { OutputPlace } from './state/execution-state.ts'
import type { PlaygroundState } from './state/playground-state.ts'
import type { PlaygroundSnapshot } from './state/snapshot.ts'

/** A place that a message sends the reader to. */
export type Place =
  | { readonly kind: 'model' }
  | { readonly kind: 'settings' }
  /** `index` is the message's place in the prompt. */
  | { readonly kind: 'message'; readonly index: number }
  | { readonly kind: 'cell'; readonly rowId: string; readonly column: string }

/** The theme, and how to ask for another one; null where the host alone decides. */
export interface MountedTheme {
  readonly value: ThemeChoice | 'inherit'
  readonly change: ((theme: ThemeChoice) => void) | null
}

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
  /** Takes a command by its id. */
  readonly commander: Commander
  /** Which dialog is open over the playground. */
  readonly toolAtom: PrimitiveAtom<OpenTool | null>
  /** The link that the host gave last, until it is dealt with. */
  readonly linkAtom: PrimitiveAtom<OpenedLink | null>
  /** What keeps the work in the browser; null before it is there, and where the host has no journal. */
  readonly keeperAtom: PrimitiveAtom<Keeper | null>
  /** The work as it was when it was last given as a file, or to the host. */
  readonly givenAtom: PrimitiveAtom<WorkMark | null>
  /** The whole address of a link; null where the host opens none. */
  readonly linkTo: ((fragment: string) => string) | null
  readonly settings: SettingsState
  readonly theme: MountedTheme
  /** Asks for another language, BCP 47; null where the host alone decides. */
  readonly changeLanguage: ((language: string) => void) | null
  readonly shortcuts: 'root' | 'page' | 'off'
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
