import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findCycles } from './cycles.ts'
import {
  BROWSER_WORKSPACES,
  COMPOSITION_ROOTS,
  IMPORT_TABLE,
  MAX_LINES,
  MAX_MEDIAN_LINES,
  MAX_P90_LINES,
  WRITTEN_OUT,
} from './import-table.ts'
import {
  allFiles,
  codeFiles,
  codeOnly,
  earlyImportsOf,
  importsOf,
  isTest,
  productionFiles,
  root,
  type SourceFile,
  targetOf,
} from './source-files.ts'

const packageName = (workspace: string) => (workspace.startsWith('packages/') ? workspace.replace('packages/', '@vitrine/') : workspace)
const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
const ours = new Set(Object.keys(IMPORT_TABLE).map(packageName))
const matches = (pattern: RegExp, files: readonly SourceFile[] = productionFiles) =>
  files.filter(({ text }) => pattern.test(text)).map(({ path }) => path)

/** A file's text without the passages that it only writes out. */
const ownCode = ({ path, text }: Pick<SourceFile, 'path' | 'text'>): string =>
  WRITTEN_OUT.reduce((left, written) => (written.path === path ? left.replaceAll(written.passage, "''") : left), text)

describe('the house', () => {
  it('has at its root what it names and nothing else', () => {
    const names = new Set(allFiles.map((path) => path.split('/')[0] ?? '').filter((name) => !name.startsWith('.')))
    expect([...names].toSorted()).toEqual(
      [
        'LICENSE',
        'README.md',
        'package-lock.json',
        'package.json',
        'packages',
        'service',
        'tests',
        'tsconfig.json',
        'turbo.json',
        'web',
      ].toSorted(),
    )
  })

  it('imports along the table only', () => {
    const wrong = productionFiles.flatMap(({ path, workspace, imports }) =>
      imports
        .filter((specifier) => ours.has(packageOf(specifier)))
        .filter((specifier) => !(IMPORT_TABLE[workspace] ?? []).includes(packageOf(specifier)))
        .map((specifier) => `${path} imports ${specifier}`),
    )
    expect(wrong).toEqual([])
  })

  it('reaches into no other workspace by path', () => {
    const wrong = codeFiles
      .filter(({ path }) => !path.startsWith('tests/'))
      .flatMap(({ path, workspace, imports }) =>
        imports
          .map((specifier) => targetOf(path, specifier))
          .filter((target) => target !== null && !target.startsWith(`${workspace}/`))
          .map((target) => `${path} imports ${target}`),
      )
    expect(wrong).toEqual([])
  })

  it('declares every package that it imports', () => {
    const builtIn = /^(node:|virtual:)/
    const wrong = codeFiles.flatMap(({ path, workspace, imports }) => {
      const manifest = JSON.parse(readFileSync(resolve(root, workspace, 'package.json'), 'utf8')) as Record<string, Record<string, string>>
      const declared = new Set([...Object.keys(manifest['dependencies'] ?? {}), ...Object.keys(manifest['devDependencies'] ?? {})])
      return imports
        .filter((specifier) => !specifier.startsWith('.') && !builtIn.test(specifier) && !declared.has(packageOf(specifier)))
        .map((specifier) => `${path} imports ${specifier}`)
    })
    expect(wrong).toEqual([])
  })

  it('has no import cycle', () => {
    const graph = new Map(
      codeFiles.map(
        ({ path, text }) =>
          [
            path,
            earlyImportsOf(text)
              .map((name) => targetOf(path, name))
              .filter((target) => target !== null),
          ] as const,
      ),
    )
    expect(findCycles(graph)).toEqual([])
  })

  it('imports nothing from the entry of its own package', () => {
    const wrong = productionFiles
      .filter(({ path }) => !/\/src\/index\.tsx?$/.test(path))
      .flatMap(({ path, workspace, imports }) =>
        imports.filter((specifier) => targetOf(path, specifier) === `${workspace}/src/index.ts`).map(() => path),
      )
    expect(wrong).toEqual([])
  })

  it('keeps test code out of what ships', () => {
    const wrong = productionFiles
      .filter(({ workspace }) => workspace !== 'packages/testkit')
      .flatMap(({ path, imports }) =>
        imports
          .filter(
            (specifier) => /^(vitest|fast-check|playwright|msw|autocannon|@vitrine\/testkit)(\/|$)/.test(specifier) || isTest(specifier),
          )
          .map((specifier) => `${path} imports ${specifier}`),
      )
    expect(wrong).toEqual([])
  })

  it('uses nothing of Node in what a browser runs', () => {
    const wrong = productionFiles
      .filter(({ workspace }) => BROWSER_WORKSPACES.some((name) => name === workspace))
      .filter(
        (file) => file.imports.some((specifier) => specifier.startsWith('node:')) || /\bprocess\.(env|versions|cwd)/.test(ownCode(file)),
      )
      .map(({ path }) => path)
    expect(wrong).toEqual([])
  })
})

describe('the size of files', () => {
  const sizes = productionFiles.filter(({ path }) => !path.endsWith('.data.ts')).map(({ path, lines }) => ({ path, lines }))
  const sorted = sizes.map(({ lines }) => lines).toSorted((a, b) => a - b)
  const quantile = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0

  it('is at most 300 lines', () => expect(sizes.filter(({ lines }) => lines > MAX_LINES)).toEqual([]))
  it('has a median of at most 80', () => expect(quantile(0.5)).toBeLessThanOrEqual(MAX_MEDIAN_LINES))
  it('has a 90th percentile of at most 200', () => expect(quantile(0.9)).toBeLessThanOrEqual(MAX_P90_LINES))
})

describe('habits', () => {
  it('names every export', () => expect(matches(/^export \*/m, codeFiles)).toEqual([]))
  it('mocks no module', () =>
    expect(
      matches(
        /\b(vi|jest)\.(do)?mock\(/,
        codeFiles.filter(({ path }) => !path.startsWith('tests/architecture/')),
      ),
    ).toEqual([]))
  it('has no any', () => {
    const isAny = /((?<!\?):\s*any\b|\bas any\b|<any>)/
    expect(productionFiles.filter(({ text }) => isAny.test(codeOnly(text))).map(({ path }) => path)).toEqual([])
  })
  it('switches off no test', () =>
    expect(
      matches(
        /\b(it|test|describe)\.(skip|only|todo)\b|\bx(it|describe)\(/,
        codeFiles.filter(({ path }) => !path.startsWith('tests/architecture/')),
      ),
    ).toEqual([]))
  it('makes no code of text', () => expect(matches(/\beval\(|new Function\(|dangerouslySetInnerHTML|\.innerHTML\s*=/)).toEqual([]))

  it('is given its environment, clock, randomness and network', () => {
    const ambient = /\bprocess\.env\b|\bDate\.now\(|\brandomUUID\(|\bMath\.random\(|\bnew Date\(\)|globalThis\.fetch\b/
    const touching = productionFiles.filter((file) => ambient.test(ownCode(file))).map(({ path }) => path)
    expect(touching.filter((path) => !COMPOSITION_ROOTS.some((allowed) => allowed === path))).toEqual([])
  })

  it('names files in kebab case', () => {
    const wrong = codeFiles.map(({ path }) => path).filter((path) => !/^[a-z0-9./-]+$/.test(path))
    expect(wrong).toEqual([])
  })

  it('has no two files that differ in their ending alone: the compiler would leave the one with .tsx out, unread', () => {
    const paths = new Set(codeFiles.map(({ path }) => path))
    expect([...paths].filter((path) => path.endsWith('.tsx') && paths.has(path.replace(/x$/, '')))).toEqual([])
  })

  it('names knowledge, not drawers', () => {
    const drawers = /(^|\/)(utils?|helpers?|common|shared|misc|manager|controller)(\.tsx?$|\/)/
    expect(codeFiles.map(({ path }) => path).filter((path) => drawers.test(path))).toEqual([])
  })
})

describe('the checks themselves', () => {
  it.each(WRITTEN_OUT)('pass over a passage of $path that is there, and over nothing beside it', ({ path, passage, reason }) => {
    const file = productionFiles.find((one) => one.path === path)
    expect(file?.text).toContain(passage)
    expect(reason).not.toBe('')
    expect(ownCode({ path, text: `const a = ${passage}; const b = process.env.KEY` })).toContain('process.env.KEY')
    expect(ownCode({ path: `${path}x`, text: passage })).toBe(passage)
  })

  it('see every form of import', () => {
    const text = [
      "import './a.ts'",
      "import b from './b.ts'",
      "import { c,\n  type d } from './c.ts'",
      "import type { E } from './e.ts'",
      "export { f } from './f.ts'",
      "export type { G } from './g.ts'",
      "const h = await import('./h.ts')",
      "new Worker(new URL('./i.worker.ts', import.meta.url))",
    ].join('\n')
    expect([...importsOf(text)].toSorted()).toEqual(['a', 'b', 'c', 'e', 'f', 'g', 'h', 'i.worker'].map((name) => `./${name}.ts`))
  })

  it('find a cycle where there is one', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['b', 'd']],
      ['d', []],
    ])
    expect(findCycles(graph)).toEqual([['b', 'c']])
  })
})
