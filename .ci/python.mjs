// Prepares the Python parts of the tests (the LiteLLM proxy, Jinja2, the clients that snippets use) in tests/.python, once. They are real peers, not needed to run Vitrine.
import { spawnSync } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'

const PARTS = ['litellm[proxy]==1.102.4', 'prisma==0.15.0', 'jinja2==3.1.6']
// Apart from them, because LiteLLM asks for an older openai.
const CLIENTS = ['openai==3.52.0', 'anthropic==2.12.0']
const folder = resolve(import.meta.dirname, '../tests/.python')
const bin = resolve(folder, process.platform === 'win32' ? 'Scripts' : 'bin')
const clients = resolve(folder, 'clients')
const markOf = (parts) => resolve(folder, `installed-${parts.join(' ').replaceAll(/[^a-z0-9.]+/g, '-')}`)
const run = (command, ...args) => spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
const pip = (...args) => run(resolve(bin, 'python'), '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...args)

/** Environment for the tests; empty, with the reason on the screen, where there is no Python. In CI that is a failure. */
export function preparePython() {
  if (!isPrepared(PARTS, install, folder, 'tests against the LiteLLM proxy and Jinja2, and snippets in Python')) return {}
  const env = { VITRINE_TEST_PYTHON: resolve(bin, 'python'), VITRINE_TEST_LITELLM: resolve(bin, 'litellm') }
  return isPrepared(CLIENTS, installClients, clients, 'snippets in Python') ? { ...env, VITRINE_TEST_PYTHON_CLIENTS: clients } : env
}

function isPrepared(parts, installParts, target, tests) {
  if (existsSync(markOf(parts))) return true
  const problem = installParts()
  if (problem === undefined) {
    writeFileSync(markOf(parts), '')
    return true
  }
  rmSync(target, { recursive: true, force: true })
  if (process.env['CI']) throw new Error(problem)
  console.log(`Left out: ${tests}. ${problem}`)
  return false
}

function installClients() {
  rmSync(clients, { recursive: true, force: true })
  return pip('--no-warn-conflicts', '--target', clients, ...CLIENTS) ? undefined : 'pip could not install the clients.'
}

function install() {
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
  return pip(...PARTS) ? undefined : 'pip could not install them.'
}
