import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import type { CaseOutcome, CaseResult } from './kinds/case-kind.ts'
import { CASE_KINDS } from './kinds/registry.ts'

export interface ConformanceReport {
  readonly outcomes: readonly CaseOutcome[]
  /** Files and cases that are known and not run, each with the reason. */
  readonly notRun: readonly string[]
  /** Files that cannot be run: of no known kind, or not what their kind says. */
  readonly problems: readonly string[]
}

const jsonFilesIn = (directory: string): readonly string[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.split(sep).join('/'))
    .toSorted()

const isOutcome = (result: CaseResult): result is CaseOutcome => 'passed' in result

/** Runs every case file of a directory. */
export async function runCases(directory: string): Promise<ConformanceReport> {
  const outcomes: CaseOutcome[] = []
  const notRun: string[] = []
  const problems: string[] = []
  for (const file of jsonFilesIn(directory)) {
    const kind = CASE_KINDS.find((known) => known.file === file)
    if (kind === undefined) problems.push(`${join(directory, file)}: no known kind of cases`)
    else if ('reason' in kind) notRun.push(`${file}: not run, ${kind.reason}`)
    else {
      try {
        const path = join(directory, file)
        for (const result of await kind.run(readFileSync(path, 'utf8'), dirname(path))) {
          if (isOutcome(result)) outcomes.push(result)
          else notRun.push(`${file}: ${result.id}: not run, ${result.reason}`)
        }
      } catch (error) {
        problems.push(`${join(directory, file)}: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
  }
  return { outcomes, notRun, problems }
}
