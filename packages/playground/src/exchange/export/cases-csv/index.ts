import { bareRecord } from '../../data/json-object.ts'
import { headOfVariable } from '../../data/column-names.ts'
import { writeTypedCheck } from '../../promptfoo/typed-check.ts'
import { csvText } from '../csv-text.ts'
import type { ExportRow } from '../export-source.ts'
import { type LossList, createLossList } from '../loss.ts'
import { fileNameOf, makeFile } from '../make-file.ts'
import type { Exporter } from '../registry.ts'
import { tellRows } from '../tell-rows.ts'

/** What a row wants of its answer, as cells: the expected text by itself, or typed as the first of its checks. */
interface Wants {
  readonly expected: string
  readonly typed: readonly string[]
}

function wantsOf({ expected, checks = [] }: ExportRow, losses: LossList): Wants {
  const isChecked = expected !== undefined && checks[0]?.type === 'equals' && checks[0].value === undefined
  const typed = checks.flatMap((check, index) => {
    const text = writeTypedCheck(check, isChecked && index === 0 ? expected : undefined)
    if (text === null) losses.add('check-not-written', { type: check.type, count: 1 })
    return text ?? []
  })
  return { expected: isChecked ? '' : (expected ?? ''), typed }
}

const metadataHead = (key: string): string => (key === 'description' ? '__description' : `__metadata:${key}`)

const NONE = bareRecord<string>([])

/** The cases alone, in the columns that promptfoo reads. */
export const writeCasesCsv: Exporter = async (source) => {
  const losses = createLossList()
  losses.add('prompt', {})
  losses.add('results', { count: source.results.length })
  losses.add('checks', { count: source.checks.length })
  tellRows(source, ['histories'], losses)
  const wants = source.rows.map((row) => wantsOf(row, losses))
  const most = Math.max(0, ...wants.map(({ typed }) => typed.length))
  const hasExpected = wants.some(({ expected }) => expected !== '')
  const keys = [...new Set(source.rows.flatMap(({ metadata = {} }) => Object.keys(metadata)))]
  const fields = [
    ...source.columns.map(headOfVariable),
    ...(hasExpected ? ['expected'] : []),
    ...Array.from({ length: most }, (_, index) => (index === 0 ? '__expected' : `__expected${index + 1}`)),
    ...keys.map(metadataHead),
  ]
  const lines = source.rows.map(({ data, metadata = NONE }, index) => [
    ...source.columns.map((name) => data[name] ?? ''),
    ...(hasExpected ? [wants[index]?.expected ?? ''] : []),
    ...Array.from({ length: most }, (_, place) => wants[index]?.typed[place] ?? ''),
    ...keys.map((key) => metadata[key] ?? ''),
  ])
  const text = await csvText(fields, lines)
  return makeFile({ fileName: fileNameOf(source.name, '-cases.csv'), mediaType: 'text/csv', text }, losses)
}
