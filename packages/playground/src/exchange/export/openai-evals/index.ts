import type { Check } from '../../../checks/check.ts'
import { bareRecord } from '../../data/json-object.ts'
import type { ExportSource } from '../export-source.ts'
import { hasRepetitions } from '../filled-conversation.ts'
import { type LossList, createLossList } from '../loss.ts'
import { fileNameOf, jsonLines, jsonText, makeFile } from '../make-file.ts'
import type { Exporter } from '../registry.ts'
import { answerOf } from '../result-record.ts'
import { tellRows } from '../tell-rows.ts'
import { repetitionNameBeside } from './repetition-name.ts'
import { graderOf } from './grader-of.ts'

/** The member of an item that holds the expected text: one that no variable has. */
const expectedName = (columns: readonly string[]): string =>
  ['expected', 'ideal', 'reference', 'expected_output'].find((name) => !columns.includes(name)) ?? `expected_${columns.length}`

const comparesExpected = (check: Check): boolean => check.type === 'equals' && check.value === undefined

/** Checks of every row become graders; an equality that rows bring themselves becomes one for all. */
function gradersOf({ checks, rows }: ExportSource, expected: string, losses: LossList): readonly object[] {
  const common: Check = { type: 'equals' }
  const all = rows.some((row) => row.checks?.some(comparesExpected)) && !checks.some(comparesExpected) ? [common, ...checks] : checks
  return all.flatMap((check, index) => {
    const grader = graderOf(check, `${check.type} ${index + 1}`, expected)
    if (grader === null) losses.add('check-not-written', { type: check.type, count: 1 })
    return grader ?? []
  })
}

/** Data for OpenAI's evals: an item a line with its answer, and the evaluation that goes with it. */
export const writeEvals: Exporter = (source) => {
  const losses = createLossList()
  const [first, ...others] = source.variants
  const expected = expectedName(source.columns)
  const own = source.results.filter(({ variantId }) => variantId === first?.id)
  const came = Map.groupBy(own, ({ rowId }) => rowId)
  const repetitionName = hasRepetitions({ results: own }) ? repetitionNameBeside(source.columns) : null
  const hasExpected = source.rows.some((row) => row.expected !== undefined)
  const lines = source.rows.flatMap((row) => {
    const item = (repetition: number) =>
      bareRecord<string | number>([
        ...source.columns.map((name) => [name, row.data[name] ?? ''] as const),
        ...(hasExpected ? [[expected, row.expected ?? ''] as const] : []),
        ...(repetitionName === null ? [] : [[repetitionName, repetition + 1] as const]),
      ])
    const answers = new Map(came.get(row.id)?.map((result) => [result.repetition, result]))
    // The first stands there even if it never ran: with it a case begins.
    return Array.from({ length: Math.max(0, ...answers.keys()) + 1 }, (_, repetition) => {
      const answer = answers.get(repetition)
      return { item: item(repetition), ...(answer?.state === 'done' ? { sample: { output_text: answerOf(answer) } } : {}) }
    })
  })
  const names = [...source.columns, ...(hasExpected ? [expected] : [])]
  const types = [
    ...names.map((name) => [name, 'string'] as const),
    ...(repetitionName === null ? [] : [[repetitionName, 'integer'] as const]),
  ]
  const evaluation = {
    name: source.name,
    data_source_config: {
      type: 'custom',
      include_sample_schema: true,
      item_schema: {
        type: 'object',
        properties: bareRecord(types.map(([name, type]) => [name, { type }] as const)),
        required: types.map(([name]) => name),
      },
    },
    testing_criteria: gradersOf(source, expected, losses),
  }
  losses.add('prompt', {})
  losses.add('other-variants', { count: others.length })
  const ownChecks = source.rows.filter((row) => row.checks?.some((check) => !comparesExpected(check))).length
  losses.add('checks', { count: ownChecks })
  tellRows(source, ['metadata', 'histories'], losses)
  return makeFile({ fileName: fileNameOf(source.name, '-evals.jsonl'), mediaType: 'application/jsonl', text: jsonLines(lines) }, losses, [
    { fileName: fileNameOf(source.name, '-eval.json'), mediaType: 'application/json', text: jsonText(evaluation) },
  ])
}
