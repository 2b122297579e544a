/** What became of one case. `expected` and `got` are texts to be read by people. */
export interface CaseOutcome {
  readonly id: string
  readonly passed: boolean
  readonly expected: string
  readonly got: string
}

/** A kind of case file, known by its place in a directory of cases. */
export type CaseKind =
  | { readonly file: string; readonly run: (text: string) => readonly CaseOutcome[] }
  /** Known, and not run here: `reason` says where its content is tested, or that it is not yet. */
  | { readonly file: string; readonly reason: string }
