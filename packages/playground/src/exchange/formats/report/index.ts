import { parsedJson } from '../../data/json-document.ts'
import type { FormatReader } from '../../import/format-reader.ts'
import { embeddedIn } from '../../own-documents/embedded-snapshot.ts'
import { snapshotReading } from '../snapshot/index.ts'

/** The snapshot inside a report of ours. The page around it is text and stays text. */
export const readReport: FormatReader = ({ text, problems }) => {
  const embedded = embeddedIn(text)
  const parsed = embedded === null ? null : parsedJson(embedded)
  if (parsed?.ok === true) return snapshotReading(parsed.value, problems)
  problems.add('error', parsed?.fault.kind === 'depth' ? 'too-deep' : 'not-a-report', {})
  return null
}
