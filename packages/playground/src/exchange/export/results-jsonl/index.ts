import { createLossList } from '../loss.ts'
import { fileNameOf, jsonLines, makeFile } from '../make-file.ts'
import type { Exporter } from '../registry.ts'
import { hasRepetitions } from '../filled-conversation.ts'
import { type ResultLine, resultLines } from '../result-record.ts'
import { tellRows } from '../tell-rows.ts'

function lineOf({ row, result, record }: ResultLine, isRepeated: boolean): object {
  const { case: place, variant, repetition, ...figures } = record
  return {
    case: place,
    variant,
    ...(isRepeated ? { repetition } : {}),
    inputs: row.data,
    ...(row.history.length > 0 ? { history: row.history } : {}),
    ...figures,
    request: result?.cell.request?.body ?? null,
    response: result?.cell.response ?? null,
    wire: result?.cell.wire ?? [],
  }
}

/** Inputs and what came of them, with what was sent and received: credentials are masked where they were recorded. */
export const writeResultsJsonl: Exporter = (source) => {
  const losses = createLossList()
  losses.add('prompt', {})
  tellRows(source, ['checks', 'metadata'], losses)
  losses.add('checks', { count: source.checks.length })
  const isRepeated = hasRepetitions(source)
  const lines = [...resultLines(source)].map((line) => lineOf(line, isRepeated))
  return makeFile({ fileName: fileNameOf(source.name, '-results.jsonl'), mediaType: 'application/jsonl', text: jsonLines(lines) }, losses)
}
