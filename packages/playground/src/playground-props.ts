import type { Ref } from 'react'
import type { PlaygroundBindings } from './bindings.ts'
import type { CatalogueOverrides } from './messages/catalogue.ts'
import type { PlaygroundEvent } from './events.ts'
import type { LinkReading } from './exchange/link/link-reading.ts'
import type { HowOpened } from './panels/share/opened-link.ts'
import type { SettingsBinding, ThemeChoice } from './settings/settings.ts'
import type { Store } from './state/playground-state.ts'
import type { RowFilter } from './state/view-state.ts'
import type { PlaygroundSnapshot } from './state/snapshot.ts'

/** The names of the 24 public custom properties, without their prefix `--vitrine-`. */
export type VitrineToken =
  | 'canvas'
  | 'surface'
  | 'surface-sunken'
  | 'surface-raised'
  | 'line'
  | 'line-strong'
  | 'text'
  | 'text-muted'
  | 'text-faint'
  | 'accent'
  | 'on-accent'
  | 'focus'
  | 'selection'
  | 'success'
  | 'warning'
  | 'danger'
  | 'thinking'
  | 'variable'
  | 'radius'
  | 'font'
  | 'mono'
  | 'font-size'
  | 'density'
  | 'shadow'

/** What a host may do with a playground that is drawn. */
export interface PlaygroundHandle {
  /** Runs the given rows, or all that can run. Settles when every row has its result; failures are in the rows. */
  run(rowIds?: readonly string[]): Promise<void>
  /** Stops one row, or everything; what arrived stays. */
  cancel(rowId?: string): void
  /** Puts the focus on the grid of cases. */
  focus(): void
  /**
   * Opens what `decodeLink` found: at once with `load`, for whoever came by the link, else after a question. It is one step to undo, and
   * nothing is run by it. A link that was refused is said to be.
   */
  openLink(reading: LinkReading, how?: HowOpened): Promise<void>
}

export interface PlaygroundProps {
  readonly bindings: PlaygroundBindings
  /** A jotai store of the host's; without it the one that the bindings' state was made with. */
  readonly store?: Store
  /** `auto` follows the reader's system, `inherit` the host's `color-scheme`. Without it the reader chooses, in the settings. */
  readonly theme?: 'light' | 'dark' | 'auto' | 'inherit'
  /** The settings ask for another theme; without it a theme that the host gives is not offered there. */
  readonly onThemeChange?: (theme: ThemeChoice) => void
  /** Where the reader's settings are kept; without it they end with the page. One object for as long as the playground is drawn. */
  readonly settings?: SettingsBinding
  readonly tokens?: Partial<Readonly<Record<VitrineToken, string>>>
  /** BCP 47; for texts, numbers and money. Without it the reader chooses, in the settings, and begins with what the browser asks for. */
  readonly locale?: string
  /** The settings ask for another language; without it a language that the host gives is not offered there. */
  readonly onLocaleChange?: (locale: string) => void
  /** Texts of the host's, in `locale`. */
  readonly messages?: CatalogueOverrides
  /** `auto` takes the direction of `locale`. */
  readonly dir?: 'ltr' | 'rtl' | 'auto'
  /** Where popups are drawn; without it, inside the playground. */
  readonly portalContainer?: HTMLElement
  /**
   * `root` hears keys inside the playground; `page` also those that are pressed while nothing on the page has the focus, for a host that
   * is there for the playground; `off` leaves every key combination to the host, and the grid's own keys stay.
   */
  readonly shortcuts?: 'root' | 'page' | 'off'
  readonly autoFocus?: boolean
  /** Offered where there is nothing: a prompt with cases to try. */
  readonly example?: PlaygroundSnapshot
  /** The whole address behind which the host opens a link, from its fragment; without it people share files. */
  readonly linkTo?: (fragment: string) => string
  /** Which cases are shown at first, and again whenever it is another filter. */
  readonly filter?: RowFilter
  /** The reader chose another filter. A host may keep it in its address: see `filterText`. */
  readonly onFilterChange?: (filter: RowFilter) => void
  readonly onEvent?: (event: PlaygroundEvent) => void
  readonly ref?: Ref<PlaygroundHandle>
}
