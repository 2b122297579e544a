import type { Message } from '@vitrine/contracts'
import type { ReportBuilder } from './settings-report.ts'

/**
 * An earlier answer as this dialect itself wrote it, to be sent back unmodified; null where there is none. One that another dialect wrote
 * cannot be read here, and is reported.
 */
export function ownNative({ native }: Message, dialect: string, path: string, report: ReportBuilder): readonly unknown[] | null {
  if (native === undefined) return null
  if (native.dialect === dialect) return native.items
  // Nothing but the id that it is kept under: our message says the rest.
  if (native.items.length === 0) return null
  report.drop(`${path}.native`, `this answer was written by another API (${native.dialect}), whose own items ${dialect} cannot carry`)
  return null
}
