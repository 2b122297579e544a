export { createStatelessBindings } from './adapters/stateless/create-stateless-bindings.ts'
export type { StatelessOptions } from './adapters/stateless/stateless-options.ts'
export { BindingsError, type BindingsErrorCode } from './bindings-error.ts'
export {
  BINDINGS_CONTRACT,
  type BatchSummary,
  type ExecuteOptions,
  type OpenAPISpec,
  type PlaygroundBindings,
  type ServiceBinding,
  type UriInfo,
} from './bindings.ts'
export { type FallbackReason, type PlaygroundEvent, type PlaygroundEvents, createEvents } from './events.ts'
export { decodeLink } from './exchange/link/decode-link.ts'
export { type EncodedLink, encodeLink } from './exchange/link/encode-link.ts'
export { isLink } from './exchange/link/link-prefix.ts'
export { filterText, readFilter } from './state/filter-text.ts'
export type { LinkReading } from './exchange/link/link-reading.ts'
export { FIRST_VISIT } from './example/first-visit.ts'
export type { CatalogueOverrides } from './messages/catalogue.ts'
export { type MountHandle, type MountOptions, mount } from './mount.tsx'
export type { PlaygroundHandle, PlaygroundProps, VitrineToken } from './playground-props.ts'
export { Playground } from './playground.tsx'
export type { PlaygroundSettings, SettingsBinding, ThemeChoice } from './settings/settings.ts'
export { type StateOptions, createPlaygroundState } from './state/create-state.ts'
export type { PlaygroundState } from './state/playground-state.ts'
export type { RowFilter } from './state/view-state.ts'
export type { EnhancedMessage, EnhancedPrompt } from './state/prompt.ts'
export type { LoadableColumn, LoadableRow } from './state/row.ts'
export { EMPTY_SNAPSHOT, type PlaygroundSnapshot } from './state/snapshot.ts'
