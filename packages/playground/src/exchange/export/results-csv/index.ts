import { headOfVariable } from '../../data/column-names.ts'
import { csvText } from '../csv-text.ts'
import { createLossList } from '../loss.ts'
import { fileNameOf, makeFile } from '../make-file.ts'
import type { Exporter } from '../registry.ts'
import { resultColumns, resultLines } from '../result-record.ts'
import { tellRows } from '../tell-rows.ts'

/** Inputs and what came of them, a line for each row, variant and repetition. */
export const writeResultsCsv: Exporter = async (source) => {
  const losses = createLossList()
  losses.add('prompt', {})
  tellRows(source, ['checks', 'metadata', 'histories'], losses)
  losses.add('checks', { count: source.checks.length })
  const columns = resultColumns(source)
  const lines = [...resultLines(source)].map(({ row, record }) =>
    source.columns.map((name) => row.data[name] ?? '').concat(columns.map((name) => String(record[name] ?? ''))),
  )
  const text = await csvText([...source.columns.map(headOfVariable), ...columns], lines)
  return makeFile({ fileName: fileNameOf(source.name, '-results.csv'), mediaType: 'text/csv', text }, losses)
}
