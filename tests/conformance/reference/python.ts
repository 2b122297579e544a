import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import type { TemplateFormat } from '@vitrine/contracts'
import { toJsonText, type TemplateInputs } from '@vitrine/templating'

export interface ReferenceCase {
  readonly format: TemplateFormat
  readonly template: string
  readonly inputs: TemplateInputs
}

export type ReferenceAnswer = { readonly text: string } | { readonly error: string; readonly message: string }

const PYTHON = process.env['VITRINE_TEST_PYTHON'] ?? 'python3'
const SCRIPT = resolve(import.meta.dirname, 'render.py')

/** Why Python, or the module asked for, cannot be used here; undefined where it can. */
export function whyUnavailable(module: string): string | undefined {
  const { status, error, stderr } = spawnSync(PYTHON, ['-c', `import ${module}`], { encoding: 'utf8', timeout: 20_000 })
  if (error !== undefined) return `${PYTHON} cannot be started (${error.message})`
  return status === 0 ? undefined : `${PYTHON} has no module ${module} (${stderr.trim().split('\n').at(-1)})`
}

/** What the real thing makes of each case. */
export function askReference(cases: readonly ReferenceCase[]): readonly ReferenceAnswer[] {
  // Strings go as ASCII, so that half a surrogate pair arrives as it is.
  const input = toJsonText(
    cases.map((one) => ({ ...one })),
    Number.MAX_SAFE_INTEGER,
  )
  const ascii = Array.from({ length: input.length }, (_, at) => escapeUnit(input, at)).join('')
  const { status, stdout, stderr, error } = spawnSync(PYTHON, [SCRIPT], { input: ascii, encoding: 'utf8', timeout: 50_000, maxBuffer: 1e9 })
  if (status !== 0) throw new Error(`the reference ended with ${status ?? error?.message}: ${stderr}`)
  return JSON.parse(stdout) as readonly ReferenceAnswer[]
}

function escapeUnit(text: string, at: number): string {
  const unit = text.charCodeAt(at)
  return unit < 128 ? text.charAt(at) : `\\u${unit.toString(16).padStart(4, '0')}`
}
