import { checkText } from '../../../panels/checks/check-text.ts'
import type { ExportSource } from '../export-source.ts'
import { type Markup, markup } from './markup.ts'
import { redactedJson } from './redacted-json.ts'
import type { ReportWords } from './report-words.ts'
import { codeOf, factsOf, foldedOf, messagesOf } from './text-parts.ts'
import { type VariantSummary, spentUsd, summaryOf } from './variant-summary.ts'

function generalOf(source: ExportSource, { say, formats }: ReportWords): Markup {
  const starts = source.results.flatMap(({ cell }) => cell.tree[0]?.time.start ?? []).toSorted()
  const [first] = starts
  return factsOf([
    [say('mode'), say(source.mode)],
    [say('cases'), formats.integer(source.rows.length)],
    ...(source.leftOut > 0 ? [[say('leftOut'), say('leftOutCases', { count: source.leftOut })] as const] : []),
    ...(first === undefined ? [] : [[say('firstRun'), formats.moment(first)] as const]),
    ...(source.results.length > 0 ? [[say('spent'), formats.money(spentUsd(source.results))] as const] : []),
  ])
}

function figuresOf({ rate, ...summary }: VariantSummary, { say, formats }: ReportWords): Markup {
  return markup`<p class="counts"><b class="${summary.done === summary.total && summary.total > 0 ? 'done' : 'plain'}">${say('finished', {
    done: formats.integer(summary.done),
    total: formats.integer(summary.total),
  })}</b>${summary.failed > 0 && markup` <b class="failed">${say('failedCount', { count: summary.failed })}</b>`}</p>${factsOf([
    [say('cost'), formats.money(summary.costUsd)],
    [say('median'), formats.duration(summary.medianMs)],
    [say('tokensIn'), formats.tokens(summary.inputTokens)],
    [say('tokensOut'), formats.tokens(summary.outputTokens)],
    ...(rate?.rate === null || rate === null
      ? []
      : [
          [
            say('passed'),
            say('passedOf', {
              passed: formats.integer(rate.passed),
              total: formats.integer(rate.passed + rate.failed),
              percent: formats.percent(rate.rate),
            }),
          ] as const,
        ]),
  ])}`
}

/** What is at the top of the page: what this is, how each variant did, and what was asked. */
export function topPart(source: ExportSource, words: ReportWords): Markup {
  const { say, sayChecks, formats } = words
  const cards = source.variants.map((variant) => {
    const { model, ...settings } = variant.llmConfig
    return markup`<article class="card"><h3><span class="key">${variant.name}</span> <bdi>${model}</bdi></h3>${figuresOf(
      summaryOf(variant, source),
      words,
    )}<h4>${say('prompt')} <span class="aside">${variant.templateFormat}</span></h4>${
      variant.messages.length === 0 ? markup`<p class="note">${say('noMessages')}</p>` : messagesOf(variant.messages, words)
    }${Object.keys(settings).length > 0 && foldedOf(say('settings'), codeOf(say('settings'), redactedJson(settings)))}</article>`
  })
  return markup`<header class="top"><h1>${say('title', { name: source.name })}</h1><p class="note">${say('made')}</p>${generalOf(
    source,
    words,
  )}</header>
<section><h2>${say('variants')}</h2><div class="cards">${cards}</div></section>
${
  source.checks.length > 0 &&
  markup`<section><h2>${say('checks')}</h2><ul class="chips">${source.checks.map(
    (check) => markup`<li><bdi>${checkText(check, sayChecks, formats)}</bdi></li>`,
  )}</ul></section>`
}`
}
