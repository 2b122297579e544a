import { linearRegex, MAX_WORK } from '../regex/linear-regex.ts'
import type { InstanceTexts } from './instance-texts.ts'
import { mapSchema, mapValues, type SchemaNode } from './map-schema.ts'
import { PatternFault } from './schema-fault.ts'
import { type CountSteps, TooMuchWork, UNCOUNTED } from './too-much-work.ts'

export interface SettledSchema {
  readonly schema: unknown
  /** What a settled pattern was before; any other text is itself. */
  readonly originalOf: (settled: string) => string
}

const NOTHING = String.raw`[^\s\S]`

const escapeForRegex = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)

/**
 * The validator runs patterns in the browser's own engine, where one of an imported schema can run for ever. So each is looked for in
 * linear time before, in the texts that there are, and replaced by one that finds exactly those among them.
 *
 * @throws PatternFault for a pattern that cannot be looked for, TooMuchWork before more is done than may be
 */
export function settlePatterns(schema: unknown, texts: InstanceTexts, count: CountSteps = UNCOUNTED): SettledSchema {
  const originals: string[] = []
  let work = 0

  function spend(steps: number): void {
    work += steps
    if (work > MAX_WORK) throw new TooMuchWork()
    count(steps)
  }

  function settled(pattern: string, candidates: ReadonlySet<string>): string {
    const { states, search } = linearRegex(pattern, 'u')
    const found: string[] = []
    for (const text of candidates) {
      spend(states * text.length)
      const result = search(text)
      if (result.kind === 'match') found.push(escapeForRegex(text))
      else if (result.kind === 'too-much-work') throw new TooMuchWork()
      else if (result.kind !== 'no-match') throw new PatternFault(result)
    }
    spend(found.length * candidates.size)
    originals.push(pattern)
    const exactly = found.length === 0 ? NOTHING : `^(?:${found.join('|')})$`
    // The second half matches nothing: it tells two patterns apart that find the same.
    return `${exactly}|${NOTHING}{${originals.length}}`
  }

  function withPatterns(node: SchemaNode): SchemaNode {
    return mapValues(node, (key, value) => {
      if (key === 'pattern' && typeof value === 'string') return settled(value, texts.values)
      if (key !== 'patternProperties' || typeof value !== 'object' || value === null) return value
      return Object.fromEntries(Object.entries(value).map(([pattern, inner]) => [settled(pattern, texts.names), inner]))
    })
  }

  const result = mapSchema(schema, withPatterns)
  return { schema: result, originalOf: (text) => originals[Number(/\{(\d+)\}$/.exec(text)?.[1]) - 1] ?? text }
}
