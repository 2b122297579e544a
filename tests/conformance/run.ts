import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { runCases } from './run-cases.ts'
import '../running/load-formats.ts'

/** Run from the project's root; the cases live beside it. */
const DEFAULT_DIRECTORIES = ['../shared/cases', '../shared/fixtures']

const { values } = parseArgs({ options: { cases: { type: 'string', multiple: true } } })
const directories = (values.cases ?? DEFAULT_DIRECTORIES).map((directory) => resolve(directory))

let passed = 0
let failed = 0
for (const directory of directories) {
  if (!existsSync(directory)) {
    console.error(`No such directory: ${directory}. Name one with --cases DIR.`)
    failed++
    continue
  }
  const { outcomes, notRun, problems } = await runCases(directory)
  for (const line of [...notRun, ...problems]) console.log(line)
  for (const { id, expected, got } of outcomes.filter((outcome) => !outcome.passed)) {
    console.log(`${id}\n  expected ${expected}\n  got      ${got}`)
  }
  const good = outcomes.filter((outcome) => outcome.passed).length
  passed += good
  failed += outcomes.length - good + problems.length
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
