import type { ColumnRole, RecognisedColumn } from '../../../exchange/import/recognition.ts'
import { roleFor } from './column-choice.ts'

/** Where a column can be dragged to. */
export const BUCKETS = ['variable', 'expected', 'metadata', 'ignore'] as const
export type Bucket = (typeof BUCKETS)[number]

/** An option of a check lies with what is expected, as it says how that is compared. */
export const bucketOf = ({ kind }: ColumnRole): Bucket => (kind === 'check-option' ? 'expected' : kind)

/** The role of a column that is dropped into a bucket: what the file says it is where that lies there, else the plain one. */
export function roleIn(bucket: Bucket, column: RecognisedColumn, before: ColumnRole): ColumnRole {
  if (bucketOf(before) === bucket) return before
  return bucket === 'expected' && column.role !== undefined && bucketOf(column.role) === bucket
    ? column.role
    : roleFor(bucket, column, before)
}
