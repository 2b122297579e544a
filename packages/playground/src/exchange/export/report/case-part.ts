import { OUTCOMES } from '../../../panels/checks/outcome.ts'
import { overallOutcome } from '../../../checks/pass-rate.ts'
import type { ExportResult, ExportRow, ExportVariant } from '../export-source.ts'
import { answerOf } from '../result-record.ts'
import { type Markup, markup } from './markup.ts'
import type { ReportWords } from './report-words.ts'
import { bylineText, resultPart, resultWord } from './result-part.ts'
import { factsOf, foldedOf, messagesOf, proseOf } from './text-parts.ts'
import { isFailed, isUnmet } from './variant-summary.ts'

/** One row of the table, with what came of it. */
export interface ReportCase {
  /** From 1. */
  readonly number: number
  readonly row: ExportRow
  readonly columns: readonly string[]
  readonly results: readonly { readonly variant: ExportVariant; readonly result: ExportResult | undefined }[]
}

/** As much of a text as a line of a table holds. */
const EXCERPT = 200
const excerpt = (text: string): string => (text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text)

/** The values in the order of the columns, then those that no column shows. */
const valuesOf = ({ row, columns }: ReportCase): readonly (readonly [string, string])[] =>
  [...new Set([...columns, ...Object.keys(row.data)])].flatMap((name) => {
    const value = Object.hasOwn(row.data, name) ? row.data[name] : undefined
    return value === undefined ? [] : [[name, value] as const]
  })

function verdictMark({ outcomes = [] }: ExportResult, { sayChecks, formats }: ReportWords): Markup | null {
  const results = outcomes.map(({ result }) => result)
  const outcome = overallOutcome(results)
  if (outcome === null) return null
  const passed = formats.integer(results.filter((result) => result.outcome === 'pass').length)
  const total = formats.integer(results.length)
  return markup` <span class="mark ${OUTCOMES[outcome].tone}">${sayChecks('passedOf', { passed, total })}</span>`
}

function linesOf({ results }: ReportCase, words: ReportWords): readonly Markup[] {
  return results.map(
    ({ variant, result }) =>
      markup`<span class="line">${
        results.length > 1 && markup`<span class="key">${variant.name}</span> `
      }<span class="state ${result?.state ?? 'ready'}">${resultWord(result, words)}</span>${result !== undefined && verdictMark(result, words)}${
        result !== undefined &&
        markup`<span class="excerpt" dir="auto">${excerpt(answerOf(result))}</span>${bylineText(result.cell, words)}`
      }</span>`,
  )
}

/** What a choice of cases goes by. */
function marksOf(cases: readonly ReportCase[]): Markup {
  const came = cases.flatMap(({ results }) => results.flatMap(({ result }) => result ?? []))
  return markup`${came.some(isFailed) && markup` data-failed`}${came.some(isUnmet) && markup` data-unmet`}`
}

/** Some cases that a browser lays out together, when somebody comes near them. */
export const casesPart = (cases: readonly ReportCase[], words: ReportWords): Markup =>
  markup`<div class="some"${marksOf(cases)}>${cases.map((shown) => casePart(shown, words))}</div>
`

/** A case as a line that opens. */
function casePart(shown: ReportCase, words: ReportWords): Markup {
  const { say } = words
  const { number, row, results } = shown
  const values = valuesOf(shown)
  return markup`<details class="case"${marksOf([shown])}>
<summary><span class="number">${number}</span><span class="values">${values.map(
    ([name, value]) => markup`<span class="value" dir="auto"><code>${name}</code> ${excerpt(value)}</span>`,
  )}${values.length === 0 && markup`<span class="note">${say('noValues')}</span>`}</span><span class="lines">${linesOf(shown, words)}</span></summary>
<div class="inside">${values.length > 0 && markup`<h3 class="label">${say('values')}</h3>${factsOf(values)}`}${
    row.expected !== undefined && markup`<h3 class="label">${say('expected')}</h3>${proseOf(row.expected)}`
  }${row.metadata !== undefined && foldedOf(say('metadata'), factsOf(Object.entries(row.metadata)))}${
    row.history.length > 0 && foldedOf(say('conversation'), messagesOf(row.history, words))
  }${results.map(({ variant, result }) =>
    result === undefined
      ? markup``
      : markup`<section class="result"><h3><span class="key">${variant.name}</span> <span class="state ${result.state}">${resultWord(
          result,
          words,
        )}</span></h3>${resultPart(result, words)}</section>`,
  )}</div></details>
`
}
