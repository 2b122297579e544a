/*
 * Makes the files under src/catalogue from the data set and our snapshots, and says where a maker's own client announces another day
 * of withdrawal than we have: `npx node packages/model-catalog/build/catalogue.ts && npx oxfmt packages/model-catalog/src/catalogue`.
 */
// oxlint-disable-next-line no-restricted-imports -- this file is run by hand, in Node; nothing of the package imports it
import { readFileSync, writeFileSync } from 'node:fs'
import { DATA_SET } from './data-set.ts'
import { makeCatalogue } from './make-catalogue.ts'
import { printCatalogue } from './print-catalogue.ts'
import { SNAPSHOTS } from './snapshots.ts'
import { anthropicWithdrawals, openAiWithdrawals, withdrawalDoubts } from './withdrawals.ts'

const at = (path: string): URL => new URL(path, import.meta.url)
const clientText = (path: string): string => readFileSync(at(`../../../node_modules/${path}`), 'utf8')

const catalogue = makeCatalogue(SNAPSHOTS, DATA_SET)
for (const { name, text } of printCatalogue(catalogue)) writeFileSync(at(`../src/catalogue/${name}`), text)

const models = catalogue.flatMap((provider) => provider.models)
const doubts = [
  ...withdrawalDoubts(models, openAiWithdrawals(clientText('openai/resources/shared.d.ts'))),
  ...withdrawalDoubts(models, anthropicWithdrawals(clientText('@anthropic-ai/sdk/resources/messages/messages.js'))),
]
for (const { id, ours, theirs } of doubts) console.warn(`${id}: withdrawn ${ours ?? 'never'} by us, ${theirs} by its maker's client`)
console.log(`${models.length} models of ${catalogue.length} providers`)
