import type { JsonFaultKind } from '../data/json-fault.ts'
import type { YamlFault } from '../formats/promptfoo/yaml-fault.ts'
import type { ZipFaultKind } from '../formats/xlsx/zip-fault.ts'
import type { Shape } from '../own-documents/shape.ts'

/**
 * What can be wrong with, or worth telling of, something imported; the values are what its text in a catalogue needs.
 *
 * *Shape*: where a code has a `fault`, each has a text of its own, under `code-fault`.
 * *Units*: `bytes` and `limitBytes` bytes; `line` counts from 1, as an editor does.
 */
export interface ProblemValues {
  'file-too-large': { readonly bytes: number; readonly limitBytes: number }
  'too-large-here': { readonly bytes: number; readonly limitBytes: number }
  'took-too-long': { readonly seconds: number }
  'reading-broke': Empty
  unreadable: { readonly name: string }
  'unpacked-too-large': { readonly limitBytes: number }
  'too-many-rows': { readonly limit: number }
  'too-many-columns': { readonly columns: number; readonly limit: number }
  'too-many-cells': { readonly limit: number }
  'too-many-tags': { readonly limit: number }
  'too-many-values': { readonly limit: number }
  'too-many-prompts': { readonly limit: number }
  'cell-too-long': { readonly column: string; readonly length: number; readonly limit: number }
  'text-too-long': { readonly length: number; readonly limit: number }
  'name-too-long': { readonly name: string; readonly length: number; readonly limit: number }
  'rows-beyond-size': { readonly rows: number; readonly offered: number }
  empty: Empty
  'no-rows': Empty
  binary: Empty
  'old-spreadsheet': Empty
  'not-a-spreadsheet': Empty
  'spreadsheet-unreadable': { readonly fault: ZipFaultKind | 'sheet' }
  'unknown-format': Empty
  'other-kind': { readonly said: string }
  'link-too-long': { readonly characters: number; readonly limit: number }
  'link-damaged': Empty
  'link-unpacks-too-large': { readonly limitBytes: number }
  'too-many-messages': { readonly messages: number; readonly limit: number }
  'not-a-report': Empty
  'address-dropped': { readonly name: string }
  'newer-version': { readonly version: number; readonly known: number }
  'wrong-shape': { readonly path: string; readonly fault: Shape; readonly names: string }
  'bad-encoding': { readonly encoding: string }
  'lone-surrogate': Empty
  'nul-character': Empty
  'mixed-newlines': Empty
  'duplicate-headers': { readonly names: string }
  'unnamed-column': { readonly column: number; readonly name: string }
  'short-line': { readonly expected: number; readonly found: number }
  'long-line': { readonly expected: number; readonly found: number }
  'unclosed-quote': Empty
  'stray-quote': Empty
  'formula-marks-removed': { readonly count: number }
  'formula-value-used': { readonly cell: string; readonly count: number }
  'formula-without-value': { readonly cell: string; readonly count: number }
  'other-sheets': { readonly read: string; readonly names: string }
  'json-syntax': { readonly fault: JsonFaultKind; readonly found: string }
  'yaml-syntax': { readonly fault: YamlFault; readonly name: string }
  'yaml-aliases': { readonly limit: number }
  'not-an-object': Empty
  'too-deep': Empty
  'not-executed': { readonly what: string }
  'not-fetched': { readonly what: string }
  'not-carried': { readonly what: string }
  'key-dropped': { readonly name: string }
  'kept-as-extra': { readonly names: string }
  'check-unknown': { readonly name: string }
  'value-as-json': { readonly name: string }
  'reads-environment': { readonly names: string }
  'defaults-taken': { readonly names: string }
  'template-approximated': { readonly name: string }
  'braces-are-variables': { readonly names: string }
  'repeated-results': { readonly count: number }
  'shell-syntax': { readonly quote: string }
  'python-syntax': { readonly quote: string }
  'python-no-call': Empty
  'python-other-call': Empty
  'more-problems': { readonly count: number }
}
type Empty = Readonly<Record<string, never>>

export type ProblemCode = keyof ProblemValues

/** `error`: nothing can be imported. `warning`: something is left out or changed. `notice`: worth knowing. */
export type Severity = 'error' | 'warning' | 'notice'

/** A problem by its code; the words are the catalogue's. `line` is null where the file as a whole is meant. */
export type Problem = {
  readonly [Code in ProblemCode]: {
    readonly code: Code
    readonly severity: Severity
    readonly line: number | null
    readonly values: ProblemValues[Code]
  }
}[ProblemCode]

export const isFatal = (problems: readonly Problem[]): boolean => problems.some(({ severity }) => severity === 'error')
