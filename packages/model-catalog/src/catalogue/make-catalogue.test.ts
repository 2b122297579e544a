import type { ModelInfo } from '@pydantic/genai-prices'
import { describe, expect, it } from 'vitest'
import { type DataSet, makeCatalogue } from '../../build/make-catalogue.ts'
import { printCatalogue } from '../../build/print-catalogue.ts'
import type { ModelSnapshot } from '../../build/snapshot.ts'

const ENTRIES: readonly ModelInfo[] = [
  { id: 'known', match: { starts_with: 'known' }, prices: { input_mtok: 1, output_mtok: 2 }, context_window: 64_000 },
  {
    id: 'hourly',
    match: { equals: 'hourly' },
    prices: [{ constraint: { type: 'time_of_date', start_time: 'a', end_time: 'b' }, prices: {} }],
  },
]
const DATA: DataSet = { source: 'a data set', day: '2026-11-21', entriesOf: (id) => (id === 'theirs' ? ENTRIES : []) }

const snapshot = (name: string, more: Partial<ModelSnapshot> = {}): ModelSnapshot => ({
  name,
  displayName: name,
  maxOutputTokens: null,
  capabilities: null,
  parameters: null,
  ...more,
})
const make = (...models: readonly ModelSnapshot[]) =>
  makeCatalogue([{ provider: 'xai', dataSetId: 'theirs', constant: 'XAI', models }], DATA)
const first = (...models: readonly ModelSnapshot[]) => make(...models)[0]?.models[0]

const PAGE = { page: 'https://example.com/prices', date: '2026-11-20', rates: { input: 3, output: 4, cached: 0.3 } }

describe('a model of the catalogue', () => {
  it('has its price and its context from the data set, the rest from us', () => {
    expect(first(snapshot('known', { note: 'Ours.', api: ['chat'] }))).toEqual({
      id: 'xai/known',
      name: 'known',
      provider: 'xai',
      displayName: 'known',
      contextTokens: 64_000,
      maxOutputTokens: null,
      price: { inputUsd: 1e-6, outputUsd: 2e-6, date: '2026-11-21', source: 'a data set' },
      capabilities: null,
      parameters: null,
      note: 'Ours.',
      api: ['chat'],
    })
  })

  it('has the context that we say where we do', () => {
    expect(first(snapshot('known', { contextTokens: 32_000 }))?.contextTokens).toBe(32_000)
  })

  it('has the price of a page, with its address and its day', () => {
    const long = { overInputTokens: 100_000, rates: { input: 6, output: 8 } }
    expect(first(snapshot('new', { price: { ...PAGE, long } }))?.price).toEqual({
      inputUsd: 3e-6,
      outputUsd: 4e-6,
      cachedInputUsd: 3e-7,
      longContext: { overInputTokens: 100_000, inputUsd: 6e-6, outputUsd: 8e-6 },
      date: '2026-11-20',
      source: 'https://example.com/prices',
    })
  })

  it('may be without a price and a context, for a reason', () => {
    expect(first(snapshot('hourly', { price: { unknown: 'by the hour' } }))).toMatchObject({ price: null, contextTokens: null })
  })

  it('carries nothing of how its snapshot is written', () => {
    const model = first(snapshot('new', { price: PAGE, aliases: ['newer'] }))
    expect(model).not.toHaveProperty('aliases')
    expect(JSON.stringify(model)).not.toContain('"rates"')
  })

  it('has other names only where we list them', () => {
    const [made] = make(snapshot('known', { aliases: ['known-2026-01-01', 'old'] }), snapshot('hourly', { price: { unknown: '' } }))
    expect(made?.aliases).toEqual([
      ['known-2026-01-01', 'known'],
      ['old', 'known'],
    ])
  })
})

describe('the catalogue is not made', () => {
  it('where nobody knows a price, though a neighbour of that name has one', () => {
    expect(() => make(snapshot('known-mini'))).toThrow('The data set has no entry "known-mini"')
  })

  it('where the data set has no one price and we do not say so', () => {
    expect(() => make(snapshot('hourly'))).toThrow('"hourly" has no price: its price depends on the time of day')
  })

  it('where the data set knows by now what we read from a page, or held for unknown', () => {
    expect(() => make(snapshot('known', { price: PAGE }))).toThrow('The data set has a price of "known" by now')
    expect(() => make(snapshot('known', { price: { unknown: 'new' } }))).toThrow('by now')
  })
})

describe('a catalogue in print', () => {
  const files = (...models: readonly ModelSnapshot[]) => new Map(printCatalogue(make(...models)).map(({ name, text }) => [name, text]))

  it('is a file for each provider and one for the other names', () => {
    const made = files(snapshot('known', { aliases: ['old'] }))
    expect([...made.keys()]).toEqual(['xai-models.data.ts', 'aliases.data.ts'])
    expect(made.get('xai-models.data.ts')).toMatch(
      /^import type \{ Model \}[^]*export const XAI_MODELS: readonly Model\[\] = \[\{ id: 'xai\/known'/,
    )
    expect(made.get('aliases.data.ts')).toMatch(/= \[\['xai\/old', 'xai\/known'\]\]\n$/)
  })

  it('says where it is from', () => {
    for (const text of files(snapshot('known')).values()) expect(text).toContain('Made by build/catalogue.ts')
  })

  it('quotes what would break it, and leaves out what is not there', () => {
    const note = String.raw`It's a "note" with \ and ${'`'}`
    const text = files(snapshot('known', { note, toolsOver: undefined as never })).get('xai-models.data.ts') ?? ''
    expect(text).toContain(`note: ${JSON.stringify(note)}`)
    expect(text).not.toContain('toolsOver')
    expect(files(snapshot('known', { note: String.raw`a\b` })).get('xai-models.data.ts')).toContain(String.raw`note: 'a\\b'`)
  })
})
