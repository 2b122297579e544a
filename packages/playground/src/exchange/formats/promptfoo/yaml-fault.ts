import type { ErrorCode } from 'yaml'

/** What keeps a text from being YAML, as far as it is told apart. `repeated`: a name stands twice in one mapping. */
export const YAML_FAULTS = [
  'alias',
  'directive',
  'escape',
  'indent',
  'tab',
  'start',
  'nested',
  'missing',
  'key',
  'tag',
  'several',
  'repeated',
  'other',
] as const
export type YamlFault = (typeof YAML_FAULTS)[number]

const FAULTS: ReadonlyMap<ErrorCode, YamlFault> = new Map<ErrorCode, YamlFault>([
  ['ALIAS_PROPS', 'alias'],
  ['BAD_ALIAS', 'alias'],
  ['BAD_DIRECTIVE', 'directive'],
  ['BAD_DQ_ESCAPE', 'escape'],
  ['BAD_INDENT', 'indent'],
  ['TAB_AS_INDENT', 'tab'],
  ['BAD_SCALAR_START', 'start'],
  ['BLOCK_AS_IMPLICIT_KEY', 'nested'],
  ['BLOCK_IN_FLOW', 'nested'],
  ['MISSING_CHAR', 'missing'],
  ['MULTILINE_IMPLICIT_KEY', 'key'],
  ['KEY_OVER_1024_CHARS', 'key'],
  ['TAG_RESOLVE_FAILED', 'tag'],
  ['MULTIPLE_TAGS', 'tag'],
  ['MULTIPLE_DOCS', 'several'],
  ['DUPLICATE_KEY', 'repeated'],
])

/** The library's code as one of ours. */
export const yamlFault = (code: ErrorCode): YamlFault => FAULTS.get(code) ?? 'other'
