import type { TextValues } from './catalogue.ts'
import type { CauseKind } from './told.ts'

/** What the page itself refuses with, as data beside the English message that goes into the record; it is the `meta` of a failure. */
export const causeMeta = <Kind extends CauseKind>(kind: Kind, values: TextValues<'causes', Kind>) => ({ cause: { kind, values } })
