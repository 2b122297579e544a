import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { projectRoot } from '../running/service-process.ts'
import { type BenchResult, compared } from './result.ts'

const KIB = 1024
const dist = resolve(projectRoot, 'web/dist')

const gzipKib = (path: string): number => gzipSync(readFileSync(resolve(dist, path)), { level: 9 }).length / KIB

/** What a script imports before it can run. */
const staticImports = (path: string): readonly string[] => {
  const text = readFileSync(resolve(dist, path), 'utf8')
  return [...text.matchAll(/(?:^|[;}])import\s*(?:[^'"();]*?\sfrom\s*|[\w*{}$, ]*from)?["']\.\/([^"']+)["']/g)].map(
    (match) => `assets/${match[1] ?? ''}`,
  )
}

/** What a script asks for as soon as it runs: the list that the bundler writes into it. */
const askedFor = (path: string): readonly string[] => {
  const list = /\.f\|\|\(\w+\.f=\[([^\]]*)\]/.exec(readFileSync(resolve(dist, path), 'utf8'))?.[1] ?? ''
  return [...list.matchAll(/"(assets\/[^"]+)"/g)].map((match) => match[1] ?? '')
}

/** What the document names: all that stands before the first paint, but for what it imports. */
function entries(): readonly string[] {
  const page = readFileSync(resolve(dist, 'index.html'), 'utf8')
  return [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map((match) => match[1] ?? '')
}

/** The document and these files, with what they import. */
function loadedWith(files: readonly string[]): readonly string[] {
  const seen = new Set(['index.html'])
  const queue = [...files]
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    if (seen.has(path)) continue
    seen.add(path)
    if (path.endsWith('.js')) queue.push(...staticImports(path))
  }
  return [...seen]
}

/** Sizes against their budgets; a budget is a peer that does not move. */
export async function sizeBench(): Promise<readonly BenchResult[]> {
  if (!existsSync(resolve(dist, 'index.html'))) throw new Error('The page is not built. Run npm run build first.')
  const first = entries()
  const files = loadedWith([...first, ...first.filter((path) => path.endsWith('.js')).flatMap(askedFor)])
  const worker = readdirSync(resolve(dist, 'assets')).filter((name) => /^playground\.worker.*\.js$/.test(name))
  if (worker.length === 0) throw new Error('The build has no worker script.')
  for (const path of files) console.log(`  ${gzipKib(path).toFixed(1).padStart(7)} KiB  ${path}`)
  const total = (paths: readonly string[]) => paths.reduce((sum, path) => sum + gzipKib(path), 0)
  const facts = { bench: 'size', unit: 'KiB gzip', goal: 1, peerName: 'budget' }
  return [
    compared({ ...facts, what: 'first paint: the shell, with React' }, [[total(loadedWith(first)), 100]]),
    compared({ ...facts, what: 'until the playground stands, with React' }, [[total(files), 220]]),
    compared({ ...facts, what: 'worker' }, [[total(worker.map((name) => `assets/${name}`)), 15]]),
  ]
}
