/** The columns of a results table, beside the inputs. Units stand in their names. */
export const RESULT_COLUMNS = [
  'case',
  'variant',
  'repetition',
  'expected',
  'output',
  'status',
  'error',
  'latency_ms',
  'ttft_ms',
  'tokens_in',
  'tokens_out',
  'tokens_reasoning',
  'tokens_cached',
  'cost_usd',
  'cost_source',
  'model',
  'trace_id',
  'span_id',
  'started_at',
  'rating',
  'note',
] as const
export type ResultColumn = (typeof RESULT_COLUMNS)[number]

/** Columns that tables written before them do not have. */
const ADDED: ReadonlySet<string> = new Set<ResultColumn>(['repetition', 'rating', 'note'])

const ESCAPE = 'input:'
const reserved: ReadonlySet<string> = new Set(RESULT_COLUMNS)

/** Whether a head is one of ours in a table of results. The inputs stand first, and in a table from before they may be called as these. */
export const isOwnHead = (names: readonly string[], head: string): boolean =>
  reserved.has(head) && (!ADDED.has(head) || names.indexOf(head) > names.indexOf('case'))

const isTaken = (name: string): boolean =>
  reserved.has(name) || name.startsWith('__') || name.startsWith(ESCAPE) || name !== name.trim() || name === ''

/** The head of a variable's column: its name, marked where that means something else in a table of ours. */
export const headOfVariable = (name: string): string => (isTaken(name) ? `${ESCAPE}${JSON.stringify(name)}` : name)

/** The variable of a marked head; null where the head is not marked. */
export function variableOfHead(head: string): string | null {
  if (!head.startsWith(`${ESCAPE}"`)) return null
  try {
    const name: unknown = JSON.parse(head.slice(ESCAPE.length))
    return typeof name === 'string' ? name : null
  } catch {
    return null
  }
}

export const isResultHead = (names: readonly string[]): boolean => {
  const held = new Set(names)
  return RESULT_COLUMNS.every((name) => held.has(name) || ADDED.has(name))
}
