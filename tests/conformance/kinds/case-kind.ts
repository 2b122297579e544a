/** What became of one case. `expected` and `got` are texts to be read by people. */
export interface CaseOutcome {
  readonly id: string
  readonly passed: boolean
  readonly expected: string
  readonly got: string
}

/** A case that cannot be run here, and why. */
export interface CaseNotRun {
  readonly id: string
  readonly reason: string
}

export type CaseResult = CaseOutcome | CaseNotRun

/** Runs the cases of one file: its text, and the directory that it lies in, for cases that have files of their own. */
export type RunFile = (text: string, directory: string) => readonly CaseResult[] | Promise<readonly CaseResult[]>

/** A kind of case file, known by its place in a directory of cases. */
export type CaseKind =
  | { readonly file: string; readonly run: RunFile }
  /** Known, and not run here: `reason` says where its content is tested, or that it is not yet. */
  | { readonly file: string; readonly reason: string }
