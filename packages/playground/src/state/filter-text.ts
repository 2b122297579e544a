import type { RowFilter } from './view-state.ts'

const STATUSES: readonly RowFilter['status'][] = ['all', 'failed', 'stale', 'unmet', 'differs']
/** Nobody writes more into a field, and an address holds no more. */
const LONGEST = 500

/** A filter as a word that an address can hold; empty for one that keeps everything. */
export function filterText({ status, text }: RowFilter): string {
  if (text === '') return status === 'all' ? '' : status
  return `${status}:${text.slice(0, LONGEST)}`
}

/** The filter that a word stands for; anything else keeps everything. */
export function readFilter(word: string): RowFilter {
  const end = word.indexOf(':')
  const named = end === -1 ? word : word.slice(0, end)
  const status = STATUSES.find((one) => one === named)
  if (status === undefined) return { status: 'all', text: '' }
  return { status, text: end === -1 ? '' : word.slice(end + 1, end + 1 + LONGEST) }
}
