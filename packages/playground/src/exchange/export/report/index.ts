import { createTexts } from '../../../messages/create-texts.ts'
import type { ExportSource } from '../export-source.ts'
import { resultFinder } from '../filled-conversation.ts'
import { createLossList } from '../loss.ts'
import { fileNameOf, makeLongFile } from '../make-file.ts'
import type { Exporter } from '../registry.ts'
import { portableSnapshot } from '../../link/portable-settings.ts'
import { answerGroups } from './answer-groups.ts'
import { type ReportCase, casesPart } from './case-part.ts'
import { type CaseCounts, PAGE_END, casesHead, pageHead } from './page-parts.ts'
import { reportOutline } from './report-outline.ts'
import { reportStyle } from './report-style.ts'
import { reportWords } from './report-words.ts'
import { topPart } from './top-part.ts'
import { isFailed, isUnmet } from './variant-summary.ts'

/** Cases that are written in one piece, before the page gets a chance to draw. */
const AT_ONCE = 50

const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

function countsOf({ rows, results }: ExportSource): CaseCounts {
  const rowsOf = (holds: (result: ExportSource['results'][number]) => boolean) =>
    new Set(results.filter(holds).map(({ rowId }) => rowId)).size
  return { all: rows.length, failed: rowsOf(isFailed), unmet: rowsOf(isUnmet) }
}

function* casesOf({ rows, columns, variants, results }: ExportSource): Generator<readonly ReportCase[]> {
  const find = resultFinder({ results })
  for (let start = 0; start < rows.length; start += AT_ONCE)
    yield rows.slice(start, start + AT_ONCE).map((row, index) => ({
      number: start + index + 1,
      row,
      columns,
      results: variants.map((variant) => ({ variant, groups: answerGroups(find(variant, row)) })),
    }))
}

/**
 * One page that holds everything to be read, without a network and without a script, and the snapshot to go on with: imported, it is the
 * playground again. It is written in pieces, some cases each.
 */
export const writeReport: Exporter = async (source, texts = createTexts('en')) => {
  const words = reportWords(texts)
  const losses = createLossList()
  const snapshot = portableSnapshot(source.snapshot, (_, name) => losses.add('setting-secret', { name }))
  losses.add('raw-answers', { count: source.results.length })
  losses.add('rows-left-out', { count: source.leftOut })
  const pieces = [
    pageHead(words.say('title', { name: source.name }), reportStyle(), snapshot, words),
    topPart(source, words).toString(),
    casesHead(countsOf(source), words).toString(),
  ]
  for (const some of casesOf(source)) {
    pieces.push(casesPart(some, words).toString())
    await breath()
  }
  pieces.push(PAGE_END)
  const file = { fileName: fileNameOf(source.name, '-report.html'), mediaType: 'text/html', pieces }
  return makeLongFile(file, reportOutline(source, words), losses)
}
