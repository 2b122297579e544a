import { embeddedJson } from '../../own-documents/embedded-snapshot.ts'
import { type Markup, escaped, markup } from './markup.ts'
import type { ReportWords } from './report-words.ts'

/** Nothing is fetched, nothing runs, nothing is sent: whatever stands in the page, it is read and no more. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** The page up to its body. `style` is ours, the snapshot is data that no browser runs. */
export const pageHead = (title: string, style: string, snapshot: unknown, { locale, direction }: ReportWords): string =>
  `<!doctype html>
<html lang="${escaped(locale)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Vitrine">
<title>${escaped(title)}</title>
<style>${style}</style>
${embeddedJson(snapshot)}
</head>
<body class="vitrine-root report">
<main>
`

export interface CaseCounts {
  readonly all: number
  readonly failed: number
  readonly unmet: number
}

/** The title of the cases, and what of them is shown: chosen without a script. */
export function casesHead({ all, failed, unmet }: CaseCounts, { say }: ReportWords): Markup {
  const choice = (id: string, text: string, isFirst: boolean): Markup =>
    markup`<label><input type="radio" name="show" id="show-${id}"${isFirst && markup` checked`}> ${text}</label>`
  return markup`<section class="cases"><div class="bar"><h2>${say('results')}</h2>${
    failed + unmet > 0 &&
    markup`<div class="filter" role="radiogroup" aria-label="${say('show')}">${[
      choice('all', say('showAll', { count: all }), true),
      ...(failed > 0 ? [choice('failed', say('showFailed', { count: failed }), false)] : []),
      ...(unmet > 0 ? [choice('unmet', say('showUnmet', { count: unmet }), false)] : []),
    ]}</div>`
  }</div>${all === 0 && markup`<p class="note">${say('noCases')}</p>`}
`
}

export const PAGE_END = '</section>\n</main>\n</body>\n</html>\n'
