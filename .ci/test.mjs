// `npm test`: everything that must hold, in one command. The last line is always `N passed, N failed`; what fails before the tests
// can count (lint, types, build) counts as one failure.
import { spawnSync } from 'node:child_process'
import { findBrowser } from './browser.mjs'
import { preparePromptfoo } from './promptfoo.mjs'
import { preparePython } from './python.mjs'

try {
  const env = { ...process.env, CHROMIUM_PATH: await findBrowser(), ...preparePython() }
  preparePromptfoo()
  const run = (command, ...args) => spawnSync(command, args, { stdio: 'inherit', env, shell: process.platform === 'win32' }).status ?? 1
  const step = (name, ...script) => {
    console.log(`\n${name} …`)
    if (run('npm', 'run', '--silent', ...script) !== 0) throw new Error(`${name} failed; the reason is above.`)
  }
  step('Lint, types, boundaries, dead code', 'check')
  step('Build', 'build')
  console.log('\nTests …')
  process.exitCode = run('vitest', 'run', '--config', 'tests/vitest.config.ts', ...process.argv.slice(2))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  console.log('0 passed, 1 failed')
  process.exitCode = 1
}
