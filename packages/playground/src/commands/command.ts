import type { TemplateFormat } from '@vitrine/contracts'
import type { Getter } from 'jotai'
import type { OpenTool } from '../panels/frame/tools.ts'
import type { PlainKey } from '../messages/catalogue.ts'
import type { Say } from '../messages/use-text.ts'
import type { Place } from '../playground-context.ts'
import type { SettingsState } from '../settings/create-settings.ts'
import type { ThemeChoice } from '../settings/settings.ts'
import type { PlaygroundState, Store } from '../state/playground-state.ts'
import type { DrawerTab } from '../state/view-state.ts'
import type { PlaygroundSnapshot } from '../state/snapshot.ts'
import type { FirstContext } from './first-actions.ts'

/** Where a command stands in the palette and in the keyboard help, in this order. */
export const SECTIONS = [
  'sectionRun',
  'sectionCases',
  'sectionPrompt',
  'sectionVariants',
  'sectionDetails',
  'sectionView',
  'sectionFiles',
  'sectionPlayground',
  'sectionGrid',
  'sectionValues',
  'sectionChat',
] as const
export type Section = (typeof SECTIONS)[number]

/** A name in the texts of `commands`; a function where the text needs values. */
export type CommandText = PlainKey<'commands'> | ((say: Say<'commands'>) => string)

/** Why a command cannot be given now, by name in the texts of `commands`. */
export type Reason = PlainKey<'commands'> & `why${string}`

/** What can be asked of the mount; everything that may change is read through `get`, so that the answer changes with it. */
export interface CommandFacts {
  readonly get: Getter
  readonly state: PlaygroundState
  readonly settings: SettingsState
  readonly theme: { readonly value: string; readonly change: ((theme: ThemeChoice) => void) | null }
  readonly locale: string
  readonly changeLanguage: ((language: string) => void) | null
  /** Holds a run and lets it go on; null where the host cannot. */
  readonly hold: { readonly pause: () => void; readonly resume: () => void } | null
  /** What the host offers to start from. */
  readonly example: PlaygroundSnapshot | null
  /** Whether the browser may keep runs. */
  readonly canKeepRun: boolean
  /** The message that the cursor is in, or was in last. */
  readonly messageId: string | null
}

/** What can be done with cases; see `useRowActions`. */
export interface CaseActions {
  add(): string | undefined
  insert(rowId: string, below: boolean): string | undefined
  duplicate(rowIds: readonly string[]): void
  move(rowIds: readonly string[], by: 1 | -1): void
  /** Kept and not run, or run again. */
  disable(rowIds: readonly string[]): void
  remove(rowIds: readonly string[]): void
  expect(rowId: string): void
  toggleAll(): void
}

/** What can be done with messages; see `useMessageActions`. */
export interface MessageActions {
  duplicate(id: string): void
  insert(at: number): void
  move(id: string, to: number): void
  remove(id: string): void
  addPair(): void
}

/** What a command works with. */
export interface CommandContext extends CommandFacts, FirstContext {
  readonly store: Store
  readonly cases: CaseActions
  readonly messages: MessageActions
  readonly goTo: (place: Place) => void
  /** Opens a dialog by the id of its tool. */
  readonly open: (tool: OpenTool) => void
  /** Presses a control of the page by its test id, as soon as it is drawn. */
  readonly press: (testId: string) => void
  /** Puts the focus on the cell that the cursor is on, as soon as it is drawn. */
  readonly focusCursor: () => void
  /** Puts the focus on a tab of the details, as soon as it is drawn. */
  readonly focusTab: (tab: DrawerTab) => void
  readonly chooseFormat: (format: TemplateFormat) => void
  /** Keeps the work where the host does; else downloads it. */
  readonly save: () => void
  /** Gives the work as a file. */
  readonly download: () => void
  /** Says that something was taken away, and offers to bring it back. */
  readonly offerUndo: (text: string) => void
  readonly say: Say<'commands'>
}

export interface Command {
  /** Unique, and never another: it is remembered among those that were used last. */
  readonly id: string
  readonly section: Section
  readonly text: CommandText
  /** Instead of `text` in the keyboard help, where the key does more than the command. */
  readonly keyText?: CommandText
  /** tinykeys' notation; for keys of the whole playground they come from `SHORTCUTS`. */
  readonly keys: readonly string[]
  /** True, or why not. */
  readonly isAvailable: (facts: CommandFacts) => true | Reason
  /** Absent for what only a key does, where it stands: such an entry is in the keyboard help and not in the palette. */
  readonly run?: (context: CommandContext) => void
}
