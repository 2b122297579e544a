import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

export type ProgramSyntax = 'shell' | 'python' | 'typescript'

const here = import.meta.dirname
const WRITTEN = resolve(here, '.written')

/** Keys as the snippets expect them, and nothing of the surroundings that could lead a client elsewhere. */
export const TEST_KEYS = {
  OPENAI_API_KEY: 'key-of-openai',
  ANTHROPIC_API_KEY: 'key-of-anthropic',
  VITRINE_TOKEN: 'token-of-the-service',
} as const

const PYTHON = process.env['VITRINE_TEST_PYTHON'] ?? 'python3'
const PYTHON_CLIENTS = process.env['VITRINE_TEST_PYTHON_CLIENTS'] ?? resolve(here, '../.python/clients')

/** Each runs the programs that it is given one after another, as modules of their own, and says after each how it ended. */
const RUN_TYPESCRIPT = `
for (const file of process.argv.slice(1)) {
  const end = await import(file).then(() => '<<ended>>', (error) => '<<failed>> ' + (error?.stack ?? error))
  console.log('\\n' + end)
}`
const RUN_PYTHON = `
import runpy, sys, traceback
for file in sys.argv[1:]:
    try:
        runpy.run_path(file, run_name="__main__")
        print("\\n<<ended>>", flush=True)
    except BaseException:
        print("\\n<<failed>> " + traceback.format_exc(), flush=True)
`
const RUN_SHELL = `
for file in "$@"; do
  if bash "$file"; then printf '\\n<<ended>>\\n'; else printf '\\n<<failed>> status %s\\n' "$?"; fi
done`

const COMMANDS = {
  shell: { ending: 'sh', command: 'bash', args: ['-c', RUN_SHELL, 'bash'], env: {} },
  python: { ending: 'py', command: PYTHON, args: ['-c', RUN_PYTHON], env: { PYTHONPATH: PYTHON_CLIENTS, PYTHONUTF8: '1' } },
  // Beside the tests, so that the clients are found like every other package.
  typescript: {
    ending: 'ts',
    command: process.execPath,
    args: ['--no-warnings', '--input-type=module', '-e', RUN_TYPESCRIPT, '--'],
    env: {},
  },
} as const

export interface ProgramEnd {
  readonly ok: boolean
  readonly output: string
}

/** Runs programs one after another and tells what each printed. Not in this thread: the provider that they ask lives here. */
export async function runPrograms(
  syntax: ProgramSyntax,
  programs: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<readonly ProgramEnd[]> {
  const { ending, command, args, env: own } = COMMANDS[syntax]
  mkdirSync(WRITTEN, { recursive: true })
  const folder = mkdtempSync(`${WRITTEN}/run-`)
  try {
    const files = programs.map((program, at) => {
      const file = resolve(folder, `program-${at}.${ending}`)
      writeFileSync(file, program)
      return syntax === 'typescript' ? pathToFileURL(file).href : file
    })
    const { output, errors } = await ran(command, [...args, ...files], {
      PATH: process.env['PATH'] ?? '',
      HOME: folder,
      ...own,
      ...TEST_KEYS,
      ...env,
    })
    const ends = [...output.matchAll(/([\s\S]*?)\n<<(ended|failed)>>(.*(?:\n {2,}.*)*)\n/g)]
    if (ends.length !== programs.length)
      throw new Error(`${ends.length} of ${programs.length} programs came to an end: ${errors.slice(-2000)}`)
    return ends.map(([, printed = '', end, reason = '']) => ({
      ok: end === 'ended',
      output: end === 'ended' ? printed : `${printed}${reason}${errors.slice(-2000)}`,
    }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function ran(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ readonly output: string; readonly errors: string }> {
  return new Promise((settle, fail) => {
    const child = spawn(command, args, { cwd: here, env, stdio: ['ignore', 'pipe', 'pipe'] })
    const output: Buffer[] = []
    const errors: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk))
    child.on('error', fail)
    child.on('close', () => settle({ output: Buffer.concat(output).toString(), errors: Buffer.concat(errors).toString() }))
  })
}

const PROBES = { shell: 'curl --version', python: 'import openai, anthropic', typescript: 'await import("openai")' } as const
const asked = new Map<ProgramSyntax, Promise<string | undefined>>()

/** Why programs of a kind cannot be run here; undefined where they can. Where the project is checked they must. */
export async function whyNotRunnable(syntax: ProgramSyntax): Promise<string | undefined> {
  const probe =
    asked.get(syntax) ??
    runPrograms(syntax, [PROBES[syntax]]).then(
      ([end]) => (end?.ok === true ? undefined : (end?.output ?? 'it did not start')),
      (error: unknown) => String(error),
    )
  asked.set(syntax, probe)
  const reason = await probe
  if (reason !== undefined && process.env['CI'] === 'true') throw new Error(`snippets must run here: ${reason}`)
  return reason
}
