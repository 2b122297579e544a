// Prepares the Python parts of the tests (the LiteLLM proxy, Jinja2) in tests/.python, once. They are real peers, not needed to run Vitrine.
import { spawnSync } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'

const PARTS = ['litellm[proxy]==1.102.4', 'prisma==0.15.0', 'jinja2==3.1.6']
const folder = resolve(import.meta.dirname, '../tests/.python')
const bin = resolve(folder, process.platform === 'win32' ? 'Scripts' : 'bin')
const mark = resolve(folder, `installed-${PARTS.join(' ').replaceAll(/[^a-z0-9.]+/g, '-')}`)

/** Environment for the tests; empty, with the reason on the screen, where there is no Python. In CI that is a failure. */
export function preparePython() {
  if (!existsSync(mark)) {
    const problem = install()
    if (problem) {
      rmSync(folder, { recursive: true, force: true })
      if (process.env['CI']) throw new Error(problem)
      console.log(`Left out: tests against the LiteLLM proxy and Jinja2. ${problem}`)
      return {}
    }
    writeFileSync(mark, '')
  }
  return { VITRINE_TEST_PYTHON: resolve(bin, 'python'), VITRINE_TEST_LITELLM: resolve(bin, 'litellm') }
}

function install() {
  const run = (command, ...args) => spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
  const python = ['python3', 'python'].find(
    (name) => spawnSync(name, ['-c', 'import sys; sys.exit(sys.version_info < (3, 10))']).status === 0,
  )
  if (!python) return 'There is no Python 3.10 or newer here.'
  console.log('Installing the LiteLLM proxy for the tests (about a minute) …')
  rmSync(folder, { recursive: true, force: true })
  let made = run(python, '-m', 'venv', folder)
  if (!made && existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    run('apt-get', 'install', '-y', '-qq', 'python3-venv')
    made = run(python, '-m', 'venv', folder)
  }
  if (!made) return `${python} cannot make a virtual environment (on Debian: apt-get install python3-venv).`
  if (!run(resolve(bin, 'python'), '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...PARTS))
    return 'pip could not install them.'
  return undefined
}
