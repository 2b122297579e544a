import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { IMPORT_TABLE } from './import-table.ts'

export const root = resolve(import.meta.dirname, '../..')

export interface SourceFile {
  /** Relative to the project, with `/`. */
  readonly path: string
  readonly workspace: string
  readonly text: string
  /** Lines that are not blank. */
  readonly lines: number
  readonly imports: readonly string[]
}

/** What is loaded when it is reached for, and so waits for nobody: no part of a circle. */
const LATE_IMPORT = /\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/g
const IMPORTS = [
  /(?:^|[;}\n])\s*import\s+(?:type\s+)?(?:[\w*{][^'"`;]*?\sfrom\s*)?['"]([^'"\n]+)['"]/g,
  /(?:^|[;}\n])\s*export\s+(?:type\s+)?[{*][^'"`;]*?\sfrom\s*['"]([^'"\n]+)['"]/g,
  LATE_IMPORT,
  /new URL\(\s*['"](\.[^'"\n]+)['"]\s*,\s*import\.meta\.url\s*\)/g,
]

const named = (text: string, patterns: readonly RegExp[]): readonly string[] =>
  patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''))
export const importsOf = (text: string): readonly string[] => named(text, IMPORTS)
/** Without those that are loaded when they are reached for. */
export const earlyImportsOf = (text: string): readonly string[] =>
  named(
    text,
    IMPORTS.filter((pattern) => pattern !== LATE_IMPORT),
  )

/** Without comments, texts and what JSX says, where words mean nothing to the compiler. */
export const codeOnly = (text: string): string =>
  text
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\/\/.*$/gm, '')
    .replaceAll(/'[^'\n]*'|"[^"\n]*"|`[^`]*`/g, "''")

/** Tracked and new files alike, so that a wrong import fails before it is committed. */
function listFiles(): readonly string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  return listed.split('\n').filter((path) => path !== '' && existsSync(resolve(root, path)))
}

export const allFiles = listFiles()
export const isTest = (path: string): boolean => /\.(test|bench)\.tsx?$/.test(path) || path.startsWith('tests/')
const isCode = (path: string): boolean => /\.(ts|tsx)$/.test(path) && !path.endsWith('.d.ts')

function read(path: string): SourceFile {
  const text = readFileSync(resolve(root, path), 'utf8')
  const workspace = Object.keys(IMPORT_TABLE).find((name) => path.startsWith(`${name}/`)) ?? 'tests'
  return { path, workspace, text, lines: text.split('\n').filter((line) => line.trim() !== '').length, imports: importsOf(text) }
}

export const codeFiles: readonly SourceFile[] = allFiles.filter(isCode).map(read)
/** What ships: no tests, nothing of the test workspaces. */
export const productionFiles = codeFiles.filter(({ path, workspace }) => !isTest(path) && workspace !== 'tests' && /\/src\//.test(path))

/** The file of the project that a relative import means; null for packages and for what is no code (a style sheet). */
export function targetOf(from: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null
  const path = resolve(root, dirname(from), specifier.replace(/\?.*$/, '')).slice(root.length + 1)
  return codeFiles.some((file) => file.path === path) ? path : null
}
