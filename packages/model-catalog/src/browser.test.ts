import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const src = import.meta.dirname

/** Every file of ours that a file reaches. */
function reachedFrom(path: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(path)) return seen
  seen.add(path)
  const text = readFileSync(path, 'utf8')
  for (const [, imported = ''] of text.matchAll(/^(?:import|export) (?!type )[^']*from '(\.[^']+)'/gm)) {
    reachedFrom(resolve(dirname(path), imported), seen)
  }
  return seen
}
const dataOf = (file: string): readonly string[] => [...reachedFrom(resolve(src, file))].filter((path) => path.endsWith('.data.ts'))

describe('what a page loads at once', () => {
  it.each([
    'cost-of.ts',
    'price-range.ts',
    'price-on.ts',
    'refusals-for.ts',
    'clashes-in.ts',
    'thinking-is-on.ts',
    'usd.ts',
    'providers.ts',
  ])('%s carries no model with it', (file) => {
    expect(dataOf(file)).toEqual([])
  })

  it('would be told from what does', () => {
    expect(dataOf('find-model.ts').length).toBeGreaterThan(8)
  })

  it('may be taken alone, for nothing here acts by being loaded', () => {
    expect(readFileSync(resolve(src, '../package.json'), 'utf8')).toContain('"sideEffects": false')
  })
})
