import { rowValues } from '../../state/row-values.ts'
import { bareRecord } from '../data/json-object.ts'
import type { NewRow } from '../mapping/new-row.ts'

/** A row that crossed from a worker: what had no prototype there got one on the way. */
export const revivedRow = ({ data, metadata, ...rest }: NewRow): NewRow => ({
  ...rest,
  data: rowValues(Object.entries(data)),
  ...(metadata === undefined ? {} : { metadata: bareRecord(Object.entries(metadata)) }),
})
