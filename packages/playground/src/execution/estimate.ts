import { estimateTokenCount } from 'tokenx'
import type { Message } from '@vitrine/contracts'
import { messageText } from '../state/message-text.ts'

/** More rows than this are told from a sample: a sum of estimates needs no more precision than its terms have. */
const SAMPLE = 200

/** The ids of at most 200 rows, spread evenly. */
export function sampled(rowIds: readonly string[]): readonly string[] {
  if (rowIds.length <= SAMPLE) return rowIds
  const stride = rowIds.length / SAMPLE
  return Array.from({ length: SAMPLE }, (_, at) => rowIds[Math.floor(at * stride)] ?? '')
}

export interface EstimatedRow {
  readonly data: Readonly<Record<string, string>>
  readonly history: readonly Message[]
}

/** Input tokens that the messages take in every call, by text length. *Units*: tokens, not rounded. */
export const templateTokens = (messages: readonly Message[]): number =>
  messages.reduce((sum, message) => sum + 4 + estimateTokenCount(messageText(message)), 3)

/** Input tokens that the values of a row and what was said before take in one call, as the mean of some rows; none without rows. */
export const meanRowTokens = (columns: readonly string[], rows: readonly EstimatedRow[]): number =>
  rows.length === 0 ? 0 : rows.reduce((sum, row) => sum + estimateRow(row, columns), 0) / rows.length

/**
 * Input tokens of one call, by text length: the templates, the values they read and what was said before, as the mean of some rows.
 *
 * *Units*: tokens, not rounded.
 */
export const estimateTokensPerCall = (messages: readonly Message[], columns: readonly string[], rows: readonly EstimatedRow[]): number =>
  templateTokens(messages) + meanRowTokens(columns, rows)

const estimateRow = (row: EstimatedRow, columns: readonly string[]): number =>
  columns.reduce((sum, name) => sum + (Object.hasOwn(row.data, name) ? estimateTokenCount(row.data[name] ?? '') : 0), 0) +
  row.history.reduce((sum, message) => sum + 4 + estimateTokenCount(messageText(message)), 0)
