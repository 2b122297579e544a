import { useAtomValue } from 'jotai'
import { checks as texts } from '../../../messages/en/checks.ts'
import { useLateTexts } from '../../../messages/use-late-texts.ts'
import { useCauseWords } from '../../../messages/cause-words.ts'
import { useText } from '../../../messages/use-text.ts'
import { usePlayground } from '../../../playground-context.ts'
import type { Verdict } from '../../../state/checks-state.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { useFormats } from '../../../ui/format/use-formats.ts'
import { Icon } from '../../../ui/icon.tsx'
import { checkText } from '../../checks/check-text.ts'
import css from '../../checks/checks.module.css'
import { type CheckedLine, checkedLines } from '../../checks/chip-order.ts'
import { judgedBy } from '../../checks/judging/judged-by.ts'
import { JudgeThis } from '../../checks/judging/judge-this.tsx'
import { outcomeWord } from '../../checks/outcome-word.ts'
import { OUTCOMES } from '../../checks/outcome.ts'
import { reasonText } from '../../checks/reason-text.ts'
import { useVerdict } from '../../checks/use-verdict.ts'
import box from '../drawer.module.css'
import { EmptyTab } from '../empty-tab.tsx'
import { LongText } from '../long-text.tsx'
import type { TabProps } from '../output/output-tab.tsx'
import { ViolationList } from './violation-list.tsx'

/** Each check of the answer: what it asked, how it came out, and why. */
export function ChecksTab({ rowId, shown }: TabProps) {
  useLateTexts('checks', texts)
  const say = useText('checks')
  const { checks } = usePlayground().state
  const { cell, state } = shown
  const common = useAtomValue(checks.commonAtom)
  const verdict = useVerdict(shown.at, cell)
  const own = useAtomValue(usePlayground().state.rows.rowAtom(rowId))?.checks ?? []
  if (cell.runId === null) return <EmptyTab shown={shown} />
  if (common.length + own.length === 0) return <EmptyState>{say('noChecks')}</EmptyState>
  if (state !== 'done' && state !== 'stale') return <EmptyState>{say('notOver')}</EmptyState>
  if (verdict === null) return <EmptyState>{say('checking')}</EmptyState>
  return <Results verdict={verdict} />
}

function Results({ verdict }: { readonly verdict: Verdict }) {
  const say = useText('checks')
  const { integer } = useFormats()
  const { row, common, results } = verdict
  const passed = results.filter(({ outcome }) => outcome === 'pass').length
  return (
    <div className={box.pane}>
      <p className={css.summary} role="status">
        {say('passedOf', { passed: integer(passed), total: integer(results.length) })}
      </p>
      {verdict.checks.some(({ type }) => type === 'rubric') && <JudgeThis verdict={verdict} />}
      <ul className={css.results}>
        {checkedLines(verdict).map((line) => (
          <Line key={line.at} line={line} isOwn={line.at >= common.length} />
        ))}
      </ul>
      {row.expected !== undefined && (
        <section aria-label={say('expected')}>
          <h3 className={css.title}>{say('expected')}</h3>
          <LongText text={row.expected} className={css.expected} />
        </section>
      )}
    </div>
  )
}

function Line({ line: { check, result }, isOwn }: { readonly line: CheckedLine; readonly isOwn: boolean }) {
  const say = useText('checks')
  const formats = useFormats()
  const causeWords = useCauseWords()
  const { outcome, reason } = result
  const { icon } = OUTCOMES[outcome]
  const judged = judgedBy(result, say, formats)
  return (
    <li data-testid="check-result" data-check={check.type} data-outcome={outcome}>
      <Icon of={icon} size={14} className={css[outcome]} />
      <span>
        <span className={css[outcome]}>{say(outcomeWord(result))}:</span> <bdi>{checkText(check, say, formats)}</bdi>
        {isOwn && <span className={css.own}>{say('ownCheck')}</span>}
      </span>
      <p className={css.why} dir="auto">
        {reasonText(reason, say, formats, causeWords)}
      </p>
      {judged !== null && <p className={css.why}>{judged}</p>}
      {reason.code === 'schema-violated' && <ViolationList violations={reason.violations} />}
    </li>
  )
}
