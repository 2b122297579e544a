import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { DATA_SET } from '../../build/data-set.ts'
import { makeCatalogue } from '../../build/make-catalogue.ts'
import { printCatalogue } from '../../build/print-catalogue.ts'
import { SNAPSHOTS } from '../../build/snapshots.ts'
import { ALIASES } from './aliases.data.ts'
import { MODELS } from './models.ts'

const made = makeCatalogue(SNAPSHOTS, DATA_SET)
const committed = MODELS.filter((model) => model.provider !== 'demo')

describe('the committed catalogue', () => {
  it('is the one that the script makes', () => {
    expect(committed).toEqual(made.flatMap(({ models }) => models))
    expect(ALIASES).toEqual(
      made.flatMap(({ provider, aliases }) => aliases.map(([alias, name]) => [`${provider}/${alias}`, `${provider}/${name}`])),
    )
  })

  it('is made of the version of the data set that is installed', () => {
    const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
    const [, version] = /"@pydantic\/genai-prices": "([^"]+)"/.exec(manifest) ?? []
    expect(DATA_SET.source).toBe(`@pydantic/genai-prices ${version}`)
  })

  it('is made the same each time, to the last letter', () => {
    expect(printCatalogue(makeCatalogue(SNAPSHOTS, DATA_SET))).toEqual(printCatalogue(made))
  })
})
