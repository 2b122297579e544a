import type { TemplateFormat } from '@vitrine/contracts'
import { parseTemplate, type ParseResult } from './parse-template.ts'

/** Templates read before; the least recently used goes first. */
export interface TemplateCache {
  readonly size: number
  parse(format: TemplateFormat, source: string): ParseResult
}

/** A cache of at most `maxEntries` templates, each kept by its format and source. Refusals are kept too. */
export function createTemplateCache(maxEntries: number): TemplateCache {
  const entries = new Map<string, ParseResult>()
  return {
    get size() {
      return entries.size
    },
    parse(format, source) {
      const key = `${format} ${source}`
      const result = entries.get(key) ?? parseTemplate(format, source)
      entries.delete(key)
      entries.set(key, result)
      if (entries.size > maxEntries) {
        const [oldest] = entries.keys()
        if (oldest !== undefined) entries.delete(oldest)
      }
      return result
    },
  }
}
