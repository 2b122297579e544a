import type { VitrineClient } from '@vitrine/client'
import type { Atom } from 'jotai'
import type { BatchSummary } from './batch-summary.ts'
import type { PlaygroundEvents } from './events.ts'
import type { Journal } from './journal/journal.ts'
import type { CellRef, OutputRef } from './state/output-ref.ts'
import type { EnhancedPrompt } from './state/prompt.ts'
import type { PlaygroundState } from './state/playground-state.ts'
import type { PlaygroundSnapshot } from './state/snapshot.ts'
import type { TokenCounter } from './tokens/token-count.ts'

/** The bindings contract this package speaks; apart from the package's version. A host with another major is refused at mount. */
export const BINDINGS_CONTRACT = '1.0'

export type { BatchSummary } from './batch-summary.ts'

/** An OpenAPI 3.1 document, as the service answers it. */
export type OpenAPISpec = { readonly openapi: string; readonly [key: string]: unknown }

/**
 * Where the runs go: `${runtimePrefix}/${routePath}/test`.
 * @see seeds/002, Bindings Interface
 */
export interface UriInfo {
  /** `https://example.org/services`. */
  readonly runtimePrefix: string
  /** `completion` or `chat`. */
  readonly routePath: string
}

/**
 * All that the playground knows of the outside world.
 *
 * The first seven members are the seed's, by name and meaning. The others are additive: a host that leaves one out does not get what
 * it is for. `updatePrompt` merges a patch into the draft. `execute` runs one row; it settles when the row has its result, and a
 * failure is in the row's state, never a rejection.
 * @see seeds/002, Bindings Interface
 */
export interface PlaygroundBindings {
  readonly isStateless: boolean
  readonly schemaAtom: Atom<OpenAPISpec | null>
  readonly uriInfoAtom: Atom<UriInfo>
  readonly draftPromptAtom: Atom<EnhancedPrompt>
  readonly loadableId: string
  readonly updatePrompt: (patch: Partial<EnhancedPrompt>) => void
  readonly execute: (rowId: string, options?: ExecuteOptions) => Promise<void>

  readonly contract?: `1.${number}`
  /** Rows, results and view of this mount; made by `createPlaygroundState`. An adapter that runs rows reads and writes them here. */
  readonly state?: PlaygroundState
  /** Models, previews and raw calls of the service behind the adapter. */
  readonly service?: ServiceBinding
  /**
   * A row's id stands for the row under all variants. What cannot run (a value is missing, the prompt is empty, a template is broken,
   * the row is disabled) or runs already is left out.
   */
  readonly executeMany?: (places: readonly (string | OutputRef)[], options?: ExecuteOptions) => Promise<BatchSummary>
  /** Stops one row, or one output of it, or, without an id, everything; what arrived stays. */
  readonly cancel?: (rowId?: string, variantId?: string) => void
  /** Asks at once for an answer that waits for its next try, instead of waiting; the tries so far are counted on. */
  readonly retryNow?: (place: CellRef) => void
  /** Goes on with an answer that was stopped or cut off: what comes is joined to what is there. It settles as `execute` does. */
  readonly continueAnswer?: (place: CellRef) => Promise<void>
  /** Nothing more is sent until `resume`; what was sent goes on. */
  readonly pause?: () => void
  readonly resume?: () => void
  /** Counts tokens as the model does, where its encoding is known; without it every count is an estimate. */
  readonly tokenCounter?: TokenCounter
  /** Keeps the work where the host keeps such things; without it, saving downloads it as a file. A rejection is told to the reader. */
  readonly save?: (snapshot: PlaygroundSnapshot) => void | Promise<void>
  /**
   * Whether what is imported may be read in a worker, and by which Trusted Types policy; the usual one where nothing is said. Without
   * workers less can be imported at once.
   */
  readonly workers?: 'none' | { readonly trustedTypesPolicy?: string }
  /**
   * Where this browser may keep the work, for people who ask for it; without it the work lives in memory only, and nobody is asked.
   * `createBrowserJournal` of `@vitrine/playground/journal` makes one.
   */
  readonly journal?: Journal
  readonly dispose?: () => void
  /** What happens in this mount, for the host. */
  readonly events?: PlaygroundEvents
}

export interface ExecuteOptions {
  /** Sends an empty text for each value that is missing, instead of leaving the row out. */
  readonly emptyMissing?: boolean
  /** Under this variant alone. */
  readonly variantId?: string
}

/** What the panels ask the service besides runs; answers are data, see `@vitrine/client`. */
export interface ServiceBinding {
  readonly client: VitrineClient
  readonly projectId: string
}
