import type { FileFault } from '../../columns/file-value.ts'
import type { PlainKey } from '../../messages/catalogue.ts'

const TEXTS: Readonly<Partial<Record<FileFault, PlainKey<'columns'>>>> = {
  empty: 'empty',
  'unknown-type': 'unknown-type',
  'file-too-large': 'file-too-large',
  'request-too-large': 'file-too-large',
  'wrong-kind': 'wrong-kind',
}

/** The text that says why a file is not taken into a cell. */
export const fileFaultText = (fault: FileFault): PlainKey<'columns'> => TEXTS[fault] ?? 'unreadable'
