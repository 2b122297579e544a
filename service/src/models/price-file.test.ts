import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listModels } from '@vitrine/model-catalog'
import { afterAll, describe, expect, it } from 'vitest'
import { readPriceFile } from './price-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'vitrine-prices-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let files = 0
const fileOf = (content: unknown): string => {
  const path = join(folder, `${++files}.json`)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}
const price = { input: 1, output: 2, date: '2026-11-01', source: 'our contract' }

describe('readPriceFile', () => {
  it('is the catalogue where there is no file', () => {
    expect(readPriceFile(null, listModels())).toEqual({ models: listModels(), ids: new Set() })
  })

  it('puts the operator’s word over it', () => {
    const { models, ids } = readPriceFile(fileOf({ models: { 'openai/gpt-4o-mini': { price }, 'litellm/house': { price } } }), listModels())
    expect(ids).toEqual(new Set(['openai/gpt-4o-mini', 'litellm/house']))
    expect(models.find(({ id }) => id === 'openai/gpt-4o-mini')?.price).toEqual({
      inputUsd: 1e-6,
      outputUsd: 2e-6,
      date: '2026-11-01',
      source: 'our contract',
    })
    expect(models.at(-1)).toMatchObject({ id: 'litellm/house', price: { inputUsd: 1e-6 } })
  })

  it.each<[string, unknown, RegExp]>([
    ['no JSON', '{"models":', /is not JSON/],
    ['a list', [], /must be an object/],
    ['another key', { prices: {} }, /prices/],
    [
      'a text for a price',
      { models: { 'openai/gpt-4o-mini': { price: { ...price, input: '1' } } } },
      /\["openai\/gpt-4o-mini"\]\.price\.input/,
    ],
    ['a price without a day', { models: { 'openai/gpt-4o-mini': { price: { ...price, date: 'today' } } } }, /price\.date .*YYYY-MM-DD/],
    ['a model of nobody', { models: { 'nobody/x': {} } }, /nobody\/x/],
    ['many faults', { models: { a: {}, b: {}, c: {}, d: {}, e: {} } }, /and 2 more/],
  ])('names file, place and remedy for %s, in one line', (_, content, expected) => {
    const file = fileOf(content)
    const problem = (() => {
      try {
        readPriceFile(file, listModels())
      } catch (cause) {
        return cause instanceof Error ? cause.message : ''
      }
      return 'no problem'
    })()
    expect(problem).toMatch(expected)
    expect(problem).toContain(file)
    expect(problem).toMatch(/VITRINE_PRICES_FILE.*orrect it, or unset/)
    expect(problem).not.toContain('\n')
  })

  it('says that a file cannot be read', () => {
    expect(() => readPriceFile(join(folder, 'nowhere.json'), [])).toThrow(/VITRINE_PRICES_FILE.*nowhere\.json.*cannot be read/)
  })
})
