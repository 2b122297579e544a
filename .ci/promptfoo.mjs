// Prepares promptfoo for the tests, in tests/promptfoo, once. It is a real peer, not needed to run Vitrine and none of its packages.
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { isInstalled, npmCommand } from './installed.mjs'

const folder = resolve(import.meta.dirname, '../tests/promptfoo')

/** Where it cannot be installed, the reason is on the screen, and those tests are passed over. In CI that is a failure. */
export function preparePromptfoo() {
  if (isInstalled(folder)) return
  console.log('Installing promptfoo for the tests (about half a minute) …')
  const { command, first } = npmCommand()
  const silent = ['--loglevel=error', '--no-audit', '--no-fund']
  const options = { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], shell: command === 'npm' && process.platform === 'win32' }
  // No script of any of its packages is run.
  if (spawnSync(command, [...first, 'ci', '--ignore-scripts', ...silent], options).status === 0) return
  rmSync(resolve(folder, 'node_modules'), { recursive: true, force: true })
  const problem = 'npm could not install promptfoo; its own words are above.'
  if (process.env['CI']) throw new Error(problem)
  console.log(`Left out: tests against promptfoo. ${problem}`)
}
