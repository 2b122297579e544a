/** What every question for a document takes. */
export interface Ask {
  readonly signal?: AbortSignal
}
