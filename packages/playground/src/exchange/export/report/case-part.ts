import { OUTCOMES } from '../../../panels/checks/outcome.ts'
import { sameMessage } from '../../../panels/chat/history-edit.ts'
import { overallOutcome } from '../../../checks/pass-rate.ts'
import type { ExportResult, ExportRow, ExportVariant } from '../export-source.ts'
import { answerOf } from '../result-record.ts'
import type { AnswerGroup } from './answer-groups.ts'
import { type Markup, markup } from './markup.ts'
import type { ReportWords } from './report-words.ts'
import { bylineText, ownPart, resultPart, resultWord } from './result-part.ts'
import { factsOf, foldedOf, messagesOf, proseOf } from './text-parts.ts'
import { isFailed, isUnmet } from './variant-summary.ts'

/** One row of the table, with what came of it. */
export interface ReportCase {
  /** From 1. */
  readonly number: number
  readonly row: ExportRow
  readonly columns: readonly string[]
  /** What came of it under each variant; empty where it never ran. */
  readonly results: readonly { readonly variant: ExportVariant; readonly groups: readonly AnswerGroup[] }[]
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

/** Which of several answers this is, and how many say the same. */
function placePart({ others, at, of }: AnswerGroup, { sayRepetitions, formats }: ReportWords): Markup | null {
  if (of === 1 && others.length === 0) return null
  const place = of > 1 && markup`<bdi>${sayRepetitions('place', { at: formats.integer(at), of: formats.integer(of) })}</bdi> `
  return markup` <span class="place">${place}${others.length > 0 && sayRepetitions('identical', { count: others.length + 1 })}</span>`
}

function lineOf(name: string | null, group: AnswerGroup | undefined, words: ReportWords): Markup {
  const result = group?.shown
  return markup`<span class="line">${name !== null && markup`<span class="key">${name}</span> `}<span class="state ${
    result?.state ?? 'ready'
  }">${resultWord(result, words)}</span>${group !== undefined && placePart(group, words)}${
    result !== undefined &&
    markup`${verdictMark(result, words)}<span class="excerpt" dir="auto">${excerpt(answerOf(result))}</span>${bylineText(result.cell, words)}`
  }</span>`
}

const linesOf = ({ results }: ReportCase, words: ReportWords): readonly Markup[] =>
  results.flatMap(({ variant, groups }) => {
    const name = results.length > 1 ? variant.name : null
    return groups.length === 0 ? [lineOf(name, undefined, words)] : groups.map((group) => lineOf(name, group, words))
  })

/** What a choice of cases goes by. */
function marksOf(cases: readonly ReportCase[]): Markup {
  const came = cases.flatMap(({ results }) => results.flatMap(({ groups }) => groups.flatMap(({ shown, others }) => [shown, ...others])))
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
    row.history.length > 0 && foldedOf(say('conversation'), conversationOf(row, words))
  }${looseOf(row, results, words)}${results.flatMap(({ variant, groups }) => groups.map((group) => answersPart(variant, group, words)))}</div></details>
`
}

/** What was said, and at each turn what else was answered there. */
const conversationOf = ({ history, conversation: { turns = [] } = {} }: ExportRow, words: ReportWords): Markup =>
  messagesOf(history, words, (index) => {
    const { versions = [] } = turns.find(({ at }) => at === index) ?? {}
    return versions.flatMap(({ message }) => (history[index] && sameMessage(history[index], message) ? [] : [message]))
  })

/** Answers that were kept and are in no conversation. */
const looseOf = (
  { conversation: { answers = [] } = {} }: ExportRow,
  results: ReportCase['results'],
  words: ReportWords,
): readonly Markup[] =>
  answers.map(({ variant, versions }) =>
    foldedOf(
      `${results[variant]?.variant.name ?? ''} ${words.say('looseAnswers')}`.trim(),
      messagesOf(
        versions.map(({ message }) => message),
        words,
      ),
    ),
  )

/** Answers that say the same: one in full, and of the others what is their own. */
function answersPart(variant: ExportVariant, group: AnswerGroup, words: ReportWords): Markup {
  const { shown, others } = group
  const title = markup`<h3><span class="key">${variant.name}</span> <span class="state ${shown.state}">${resultWord(shown, words)}</span>${placePart(
    group,
    words,
  )}</h3>`
  return markup`<section class="result">${title}${resultPart(shown, words)}${others.map((other) =>
    foldedOf(words.say('repetition', { number: words.formats.integer(other.repetition + 1) }), ownPart(other, words)),
  )}</section>`
}
