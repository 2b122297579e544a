import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listModels } from '@vitrine/model-catalog'
import { PROVIDER_DEFINITIONS } from '@vitrine/providers'
import { describe, expect, it } from 'vitest'
import { readPriceFile } from '../models/price-file.ts'
import { parseConfig } from './parse-config.ts'

const page = readFileSync(new URL('../../SETTINGS.md', import.meta.url), 'utf8')

describe('the page of settings', () => {
  it('has every setting that is read, and no other', () => {
    const reading = parseConfig({ VITRINE_NOTHING: '1' })
    const known = reading.ok ? [] : [...reading.problem.matchAll(/VITRINE_[A-Z_]+/g)].map(([name]) => name).slice(1)
    const described = new Set([...page.matchAll(/`(VITRINE_[A-Z_]+)`/g)].map(([, name]) => name))
    expect(known.length).toBeGreaterThan(15)
    expect(described).toEqual(new Set(known))
  })

  it('has every provider, with its address', () => {
    for (const { id, alsoNamed = [], defaultBaseUrl } of PROVIDER_DEFINITIONS.filter((definition) => definition.id !== 'demo')) {
      const row = page.split('\n').find((line) => line.startsWith('|') && line.includes(`\`${id.toUpperCase()}\``))
      expect(row).toBeDefined()
      for (const told of [...alsoNamed, ...(defaultBaseUrl === null ? [] : [defaultBaseUrl])]) expect(row).toContain(`\`${told}\``)
    }
  })

  it('shows a file of prices that can be used', () => {
    const folder = mkdtempSync(join(tmpdir(), 'vitrine-settings-'))
    const file = join(folder, 'prices.json')
    writeFileSync(file, /```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '')
    const { ids, models } = readPriceFile(file, listModels())
    rmSync(folder, { recursive: true })
    expect([...ids]).toEqual(['openai/gpt-4o-mini', 'litellm/house-model'])
    expect(models.find(({ id }) => id === 'openai/gpt-4o-mini')?.price?.inputUsd).toBeCloseTo(0.12e-6, 12)
  })
})
