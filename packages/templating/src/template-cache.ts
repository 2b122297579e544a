import type { TemplateFormat } from '@vitrine/contracts'
import { parseTemplate, type ParseResult } from './parse-template.ts'

/** Templates read before; the least recently used goes first. */
export interface TemplateCache {
  readonly size: number
  parse(format: TemplateFormat, source: string): ParseResult
}

interface Entry {
  readonly result: ParseResult
  /** Rises with every use. */
  readonly usedAt: number
}

/**
 * A cache of at most `maxEntries` templates, each kept by its format and source. Refusals are kept too. A source is looked up as the very
 * string it is, never as a part of a longer one: the text of a prompt is asked for with every row, and reads its hash once.
 */
export function createTemplateCache(maxEntries: number): TemplateCache {
  const entriesByFormat = new Map<TemplateFormat, Map<string, Entry>>()
  let size = 0
  let uses = 0

  function entriesOf(format: TemplateFormat): Map<string, Entry> {
    const entries = entriesByFormat.get(format) ?? new Map<string, Entry>()
    entriesByFormat.set(format, entries)
    return entries
  }
  function dropOldest(): void {
    let oldest: { readonly entries: Map<string, Entry>; readonly source: string; readonly usedAt: number } | null = null
    for (const entries of entriesByFormat.values())
      for (const [source, { usedAt }] of entries) {
        if (oldest === null || usedAt < oldest.usedAt) oldest = { entries, source, usedAt }
        break
      }
    if (oldest?.entries.delete(oldest.source) === true) size--
  }

  return {
    get size() {
      return size
    },
    parse(format, source) {
      const entries = entriesOf(format)
      const result = entries.get(source)?.result ?? parseTemplate(format, source)
      if (!entries.delete(source)) size++
      entries.set(source, { result, usedAt: ++uses })
      if (size > maxEntries) dropOldest()
      return result
    },
  }
}
