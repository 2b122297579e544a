import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { resolve } from 'node:path'
import { batchBench } from './batch.ts'
import { browserBatchBench } from './browser-batch.ts'
import { promptfooBench } from './promptfoo.ts'
import type { BenchResult } from './result.ts'
import { reducersBench } from './reducers.ts'
import { rowsBench } from './rows.ts'
import { scrollBench } from './scroll.ts'
import { serviceBench } from './service.ts'
import { sizeBench } from './size.ts'
import { startBench } from './start.ts'
import { streamInBench } from './stream-in.ts'
import { streamsBench } from './streams.ts'
import { templatesBench } from './templates.ts'
import { typingBench } from './typing.ts'

const BENCHES: Readonly<Record<string, () => Promise<readonly BenchResult[]>>> = {
  size: sizeBench,
  start: startBench,
  templates: templatesBench,
  reducers: reducersBench,
  service: serviceBench,
  streams: streamsBench,
  batch: batchBench,
  promptfoo: promptfooBench,
  rows: rowsBench,
  'browser-batch': browserBatchBench,
  'stream-in': streamInBench,
  scroll: scrollBench,
  typing: typingBench,
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !Object.hasOwn(BENCHES, name))
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}.`)
  process.exit(1)
}

const figure = (value: number): string => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3))
const results: BenchResult[] = []
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`${name} …`)
  results.push(...(await bench()))
}
const folder = resolve(import.meta.dirname, 'results')
mkdirSync(folder, { recursive: true })
const machine = { node: process.versions.node, platform: process.platform, cores: cpus().length, processor: cpus()[0]?.model }
writeFileSync(resolve(folder, `${new Date().toISOString().replaceAll(':', '-')}.json`), JSON.stringify({ machine, results }, null, 2))
console.table(
  results.map(({ bench, what, ours, peer, unit, ratio, spread, goal, peerName }) => ({
    bench,
    what,
    ours: `${figure(ours)} ${unit}`,
    against: `${figure(peer)} ${unit} ${peerName}`,
    ratio: ratio.toFixed(3),
    spread: spread.map((value) => value.toFixed(2)).join('–'),
    goal: `≤ ${goal}`,
    met: ratio <= goal ? 'yes' : 'NO',
  })),
)
