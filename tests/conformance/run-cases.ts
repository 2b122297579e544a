import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { CaseOutcome } from './kinds/case-kind.ts'
import { CASE_KINDS } from './kinds/registry.ts'

export interface ConformanceReport {
  readonly outcomes: readonly CaseOutcome[]
  /** Files that are known and not run, each with the reason. */
  readonly notRun: readonly string[]
  /** Files that cannot be run: of no known kind, or not what their kind says. */
  readonly problems: readonly string[]
}

const jsonFilesIn = (directory: string): readonly string[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.split(sep).join('/'))
    .toSorted()

/** Runs every case file of a directory. */
export function runCases(directory: string): ConformanceReport {
  const outcomes: CaseOutcome[] = []
  const notRun: string[] = []
  const problems: string[] = []
  for (const file of jsonFilesIn(directory)) {
    const kind = CASE_KINDS.find((known) => known.file === file)
    if (kind === undefined) problems.push(`${join(directory, file)}: no known kind of cases`)
    else if ('reason' in kind) notRun.push(`${file}: not run, ${kind.reason}`)
    else {
      try {
        outcomes.push(...kind.run(readFileSync(join(directory, file), 'utf8')))
      } catch (error) {
        problems.push(`${join(directory, file)}: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
  }
  return { outcomes, notRun, problems }
}
