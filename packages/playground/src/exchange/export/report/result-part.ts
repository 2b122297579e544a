import { checkText } from '../../../panels/checks/check-text.ts'
import { OUTCOMES } from '../../../panels/checks/outcome.ts'
import { reasonText } from '../../../panels/checks/reason-text.ts'
import { bylineOf } from '../../../panels/output/byline.ts'
import { viewFailure } from '../../../panels/output/failure.ts'
import { shortWord } from '../../../panels/output/state-word.ts'
import type { Cell } from '../../../state/cell.ts'
import type { ExportResult } from '../export-source.ts'
import { type Markup, markup } from './markup.ts'
import { redactedJson } from './redacted-json.ts'
import type { ReportWords } from './report-words.ts'
import { codeOf, factsOf, foldedOf, proseOf } from './text-parts.ts'

/** The word of a result; a failure's is its cause. */
export function resultWord(result: ExportResult | undefined, { say, sayOutput, sayErrors }: ReportWords): string {
  if (result === undefined) return say('notRun')
  if (result.state !== 'failed' || result.cell.failure === null) return shortWord(result.state, sayOutput)
  const { title } = viewFailure(result.cell.failure)
  return title === 'other' ? sayErrors('other', { code: result.cell.failure.code }) : sayErrors(title)
}

/** The figures of an answer as texts of the catalogue, which mark the value in each. */
const figuresOf = (cell: Cell, { sayOutput, formats }: ReportWords) =>
  bylineOf(cell, formats, sayOutput, cell.model?.startsWith('demo/') === true).map(({ name, value, why = '' }) => ({
    text: sayOutput(name as 'total', { value: typeof value === 'string' ? value : '' }),
    why,
  }))

/** The figures in one line of text, for a page that may have ten thousand of them. */
export function bylineText(cell: Cell, words: ReportWords): Markup {
  const texts = figuresOf(cell, words).map(({ text }) => text.replaceAll(/<\/?b>/g, ''))
  return markup`<span class="byline">${texts.join('\u2002')}</span>`
}

function bylinePart(cell: Cell, words: ReportWords): Markup {
  const figures = figuresOf(cell, words).map(({ text, why }) => {
    const [before = '', held = '', after = ''] = text.split(/<\/?b>/)
    return markup`<bdi title="${why}">${before}<b>${held}</b>${after}</bdi>`
  })
  return markup`<p class="byline">${figures}</p>`
}

function checksPart({ outcomes = [] }: ExportResult, { say, sayChecks, causeWords, formats }: ReportWords): Markup | null {
  if (outcomes.length === 0) return null
  const lines = outcomes.map(({ check, result }) => {
    const { tone, word } = OUTCOMES[result.outcome]
    return markup`<li class="${tone}"><b>${sayChecks(word)}</b> <bdi>${checkText(check, sayChecks, formats)}</bdi><div class="note" dir="auto">${reasonText(
      result.reason,
      sayChecks,
      formats,
      causeWords,
    )}</div></li>`
  })
  return markup`<h4>${say('outcome')}</h4><ul class="outcomes">${lines}</ul>`
}

function answerPart(cell: Cell, words: ReportWords): readonly Markup[] {
  const { say } = words
  const { text, thinking, refusal, toolCalls, state } = cell
  return [
    ...(thinking === '' ? [] : [foldedOf(say('thinking'), proseOf(thinking))]),
    ...(text === '' ? [] : [proseOf(text)]),
    ...(refusal === '' ? [] : [markup`<h4>${say('refusal')}</h4>`, proseOf(refusal)]),
    ...(toolCalls.length === 0 ? [] : [markup`<h4>${say('calls')}</h4>`, codeOf(say('calls'), JSON.stringify(toolCalls, null, 2))]),
    ...(state === 'done' && text === '' && toolCalls.length === 0 && refusal === ''
      ? [markup`<p class="note">${say('emptyAnswer')}</p>`]
      : []),
  ]
}

function notePart({ note }: ExportResult, { say }: ReportWords): Markup | null {
  if (note === undefined) return null
  const rating = note.rating === null ? null : say(note.rating === 'up' ? 'good' : 'bad')
  return markup`<h4>${say('note')}</h4>${rating !== null && markup`<p><b>${rating}</b></p>`}${note.text !== '' && proseOf(note.text)}`
}

function requestPart({ wire, request }: Cell, { say }: ReportWords): Markup | null {
  const last = wire.at(-1)
  if (last !== undefined) return foldedOf(say('request'), codeOf(say('request'), redactedJson(last.request)))
  return request === null ? null : foldedOf(say('serviceRequest'), codeOf(say('serviceRequest'), redactedJson(request)))
}

function costPart({ cost }: Cell, { say, formats }: ReportWords): Markup | null {
  if (cost?.promptUsd === undefined || cost.completionUsd === undefined) return null
  return foldedOf(
    say('costLines'),
    factsOf([
      [say('promptCost'), formats.money(cost.promptUsd)],
      [say('completionCost'), formats.money(cost.completionUsd)],
      [say('cost'), formats.money(cost.totalUsd)],
    ]),
  )
}

/** Everything that came of one case under one variant, once. */
export function resultPart(result: ExportResult, words: ReportWords): Markup {
  const { cell } = result
  return markup`${cell.failure !== null && markup`<p class="failure" dir="auto">${words.causeWords(viewFailure(cell.failure).told)}</p>`}${answerPart(
    cell,
    words,
  )}${ownPart(result, words)}`
}

/** What an answer has of its own, also where another one says the same. */
export function ownPart(result: ExportResult, words: ReportWords): Markup {
  const { cell } = result
  const { say } = words
  return markup`${bylinePart(cell, words)}${checksPart(result, words)}${notePart(result, words)}${costPart(cell, words)}${requestPart(cell, words)}<p class="note">${
    cell.model !== null && markup`<span>${say('answeredBy', { model: cell.model })}</span> `
  }${cell.traceId !== null && cell.traceId !== '' && markup`<span>${say('trace', { id: cell.traceId })}</span>`}</p>`
}
