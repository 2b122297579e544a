import { type JsonObject, numberMember } from '../data/json-object.ts'
import type { ProblemList } from '../import/problem-list.ts'
import { DocumentFault } from './document-fault.ts'

/** Whether a document is of a version that this page does not know yet: then it is refused whole, as nobody can say what it means. */
export function isNewer(value: JsonObject, known: number, problems: ProblemList): boolean {
  const version = numberMember(value, 'v')
  if (version === undefined || version < 1) throw new DocumentFault('v', 'version')
  if (version > known) problems.add('error', 'newer-version', { version, known })
  return version > known
}
