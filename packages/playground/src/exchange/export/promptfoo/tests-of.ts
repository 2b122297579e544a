import type { Check, CheckType } from '../../../checks/check.ts'
import { type JsonObject, bareRecord } from '../../data/json-object.ts'
import { namesAFile } from '../../promptfoo/names-a-file.ts'
import { assertOfCheck } from '../../promptfoo/assert-of-check.ts'
import type { ExportRow, ExportSource } from '../export-source.ts'
import type { LossList } from '../loss.ts'

/** Assertions of checks. One without a text compares with the expected one, which is each row's own. */
export function assertsOf(checks: readonly Check[], expected: string | undefined, losses: LossList): readonly JsonObject[] {
  return checks.flatMap((check) => {
    const assert = assertOfCheck(check, expected)
    if (assert === null) losses.add('check-not-written', { type: check.type, count: 1 })
    return assert === null ? [] : [assert]
  })
}

const TEXT_CHECKS: ReadonlySet<CheckType> = new Set(['equals', 'contains', 'not-contains', 'icontains'])

/** Checks that compare with what each row expects have to stand in each test. */
export const isRowBound = (check: Check): boolean => TEXT_CHECKS.has(check.type) && !('value' in check && check.value !== undefined)

function metadataOf({ metadata = {} }: ExportRow) {
  const { description, ...rest } = metadata
  return { description, rest: bareRecord(Object.entries(rest)) }
}

/**
 * The values of a row. One that names a file is left out, as the other tool would read the file, or run it; what else it would not
 * take as it stands is told.
 */
function varsOf({ data }: ExportRow, columns: readonly string[], losses: LossList): Readonly<Record<string, string>> {
  const held = columns.flatMap((name) => (data[name] === undefined ? [] : [[name, data[name]] as const]))
  const kept = held.filter(([, value]) => !namesAFile(value))
  losses.add('value-names-file', { count: held.length - kept.length })
  const readsOthers = kept.filter(([, value]) =>
    [...value.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].some(([, name = '']) => Object.hasOwn(data, name)),
  )
  losses.add('value-is-template', { count: readsOthers.length })
  losses.add('line-end-cut', { count: kept.filter(([, value]) => value.endsWith('\n')).length })
  return bareRecord(kept)
}

/** Rows as tests. A row's expected text that nothing compares with becomes an equality, as there is no other place for it. */
export function testsOf({ rows, columns, checks }: ExportSource, losses: LossList): readonly object[] {
  const bound = checks.filter(isRowBound)
  return rows.map((row) => {
    const own = row.checks ?? []
    const wanted = row.expected === undefined ? own : [...bound, ...own]
    const isCompared = wanted.some(isRowBound)
    const all: readonly Check[] = row.expected === undefined || isCompared ? wanted : [{ type: 'equals' }, ...wanted]
    const asserts = assertsOf(all, row.expected, losses)
    const { description, rest } = metadataOf(row)
    return {
      ...(description === undefined ? {} : { description }),
      vars: varsOf(row, columns, losses),
      ...(asserts.length > 0 ? { assert: asserts } : {}),
      ...(Object.keys(rest).length > 0 ? { metadata: rest } : {}),
    }
  })
}
