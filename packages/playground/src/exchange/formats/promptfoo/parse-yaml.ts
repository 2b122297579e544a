import type { Document } from 'yaml'
import { type JsonObject, isList, isObject } from '../../data/json-object.ts'
import { lineAt } from '../../data/line-at.ts'
import { MAX_YAML_ALIASES, type ReadingLimits } from '../../import/limits.ts'
import type { ProblemList } from '../../import/problem-list.ts'
import { yamlFault } from './yaml-fault.ts'
import { MAX_YAML_VALUES, yamlBurden } from './yaml-burden.ts'

/** Far deeper than a configuration, far above what a stack holds. */
const MAX_DEPTH = 100
/** A file that is no YAML has a fault in every line. */
const MAX_TOLD = 10

function isDeep(value: unknown, left: number): boolean {
  if (left < 0) return true
  if (isList(value)) return value.some((item) => isDeep(item, left - 1))
  return isObject(value) && Object.values(value).some((held) => isDeep(held, left - 1))
}

function tellErrors(document: Document.Parsed, text: string, problems: ProblemList): void {
  for (const { code, pos } of document.errors.slice(0, MAX_TOLD)) {
    if (code === 'RESOURCE_EXHAUSTION') problems.add('error', 'too-deep', {})
    else problems.add('error', 'yaml-syntax', { fault: yamlFault(code), name: '' }, lineAt(text, pos[0]))
  }
}

/** Where a name stands twice in one mapping; the library's own check compares each with each. */
async function repeatedKey(document: Document.Parsed): Promise<{ readonly name: string; readonly offset: number } | null> {
  const { isScalar, visit } = await import('yaml')
  let found: { readonly name: string; readonly offset: number } | null = null
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<unknown>()
      for (const { key } of items) {
        if (!isScalar(key) || key.value === '<<') continue
        if (seen.has(key.value)) found ??= { name: String(key.value), offset: key.range?.[0] ?? 0 }
        seen.add(key.value)
      }
      return found === null ? undefined : visit.BREAK
    },
  })
  return found
}

function valueOf(document: Document.Parsed, problems: ProblemList): JsonObject | null {
  try {
    const value: unknown = document.toJS({ maxAliasCount: MAX_YAML_ALIASES })
    if (isDeep(value, MAX_DEPTH)) problems.add('error', 'too-deep', {})
    else if (isObject(value)) return value
    else problems.add('error', 'unknown-format', {})
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error
    problems.add('error', 'yaml-aliases', { limit: MAX_YAML_ALIASES })
  }
  return null
}

/** A YAML mapping as data, long integers as `bigint`. Aliases are limited, so that no small file becomes a large value; tags make nothing. */
export async function parseYaml(text: string, problems: ProblemList, { yamlBytes, refusal }: ReadingLimits): Promise<JsonObject | null> {
  if (text.length > yamlBytes) {
    problems.add('error', refusal, { bytes: text.length, limitBytes: yamlBytes })
    return null
  }
  const burden = yamlBurden(text)
  if (burden !== null) {
    if (burden.kind === 'depth') problems.add('error', 'too-deep', {}, burden.line)
    else problems.add('error', 'too-many-values', { limit: MAX_YAML_VALUES })
    return null
  }
  const { parseDocument } = await import('yaml')
  // Pretty errors quote the file once for each of them; both checks that are off take a time that grows with the square of the file.
  const document = parseDocument(text, { merge: true, intAsBigInt: true, logLevel: 'silent', prettyErrors: false, uniqueKeys: false })
  tellErrors(document, text, problems)
  if (document.errors.length > 0) return null
  const repeated = await repeatedKey(document)
  if (repeated === null) return valueOf(document, problems)
  problems.add('error', 'yaml-syntax', { fault: 'repeated', name: repeated.name.slice(0, 80) }, lineAt(text, repeated.offset))
  return null
}
