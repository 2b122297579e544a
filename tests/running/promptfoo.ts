import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const program = resolve(import.meta.dirname, '../promptfoo/node_modules/promptfoo/dist/src/entrypoint.js')

/** The program that `.ci/promptfoo.mjs` installed; null where it could not be (in CI it always is there). */
export const promptfooProgram: string | null = existsSync(program) ? program : null

/** One case under one prompt and one provider, as far as tests look at it. */
export interface PromptfooResult {
  readonly testIdx: number
  readonly promptIdx: number
  readonly provider: { readonly id: string; readonly label: string }
  readonly prompt: { readonly raw: string; readonly label: string }
  readonly vars: Readonly<Record<string, unknown>>
  readonly success: boolean
  readonly error?: string | null
  readonly response?: { readonly output?: unknown; readonly error?: string }
  readonly gradingResult?: {
    readonly componentResults?: readonly {
      readonly pass: boolean
      readonly reason: string
      readonly assertion?: { readonly type: string }
    }[]
  } | null
}

export interface PromptfooRun {
  readonly results: readonly PromptfooResult[]
  /** What it printed, both streams. */
  readonly printed: string
  readonly durationMs: number
}

/**
 * Runs `promptfoo eval` on a configuration, in a folder of its own: no telemetry, no look for updates, nothing shared, nothing kept, and no
 * address but the one given.
 */
export async function runPromptfoo(
  tool: string,
  options: {
    readonly config: string
    readonly upstream: string
    readonly atOnce?: number
    /** Whether it writes what it did into a database, as it does unless told otherwise. */
    readonly keeps?: boolean
    /** Files beside the configuration, by name. */
    readonly files?: Readonly<Record<string, string>>
    readonly env?: Readonly<Record<string, string>>
  },
): Promise<PromptfooRun> {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-promptfoo-'))
  try {
    for (const [name, text] of Object.entries({ ...options.files, 'promptfooconfig.yaml': options.config })) {
      writeFileSync(join(folder, name), text)
    }
    const kept = options.keeps === true ? [] : ['--no-write']
    const flags = ['--no-cache', ...kept, '--no-share', '--no-table', '--no-progress-bar', '-j', String(options.atOnce ?? 4)]
    const startMs = performance.now()
    const child = spawn(process.execPath, ['--no-warnings', tool, 'eval', '-c', 'promptfooconfig.yaml', '-o', 'out.json', ...flags], {
      cwd: folder,
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: folder,
        PROMPTFOO_CONFIG_DIR: join(folder, '.promptfoo'),
        PROMPTFOO_DISABLE_TELEMETRY: '1',
        PROMPTFOO_DISABLE_UPDATE: '1',
        PROMPTFOO_DISABLE_SHARING: '1',
        PROMPTFOO_DISABLE_REMOTE_GENERATION: '1',
        OPENAI_BASE_URL: options.upstream,
        OPENAI_API_KEY: 'sk-promptfoo',
        ...options.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let printed = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (printed += chunk.toString('utf8')))
    await once(child, 'close')
    const durationMs = performance.now() - startMs
    const written = join(folder, 'out.json')
    if (!existsSync(written)) throw new Error(`promptfoo wrote no results:\n${printed}`)
    const { results } = JSON.parse(readFileSync(written, 'utf8')) as { results: { results: readonly PromptfooResult[] } }
    return { results: results.results, printed, durationMs }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
