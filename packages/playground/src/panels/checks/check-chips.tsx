import type { Check } from '../../checks/check.ts'
import type { CheckResult } from '../../checks/check-result.ts'
import { checks as texts } from '../../messages/en/checks.ts'
import { useLateTexts } from '../../messages/use-late-texts.ts'
import { useCauseWords } from '../../messages/cause-words.ts'
import { useText } from '../../messages/use-text.ts'
import type { Cell } from '../../state/cell.ts'
import type { OutputRef } from '../../state/output-ref.ts'
import { Chip } from '../../ui/chip.tsx'
import { useFormats } from '../../ui/format/use-formats.ts'
import { checkText } from './check-text.ts'
import css from './checks.module.css'
import { chipOrder } from './chip-order.ts'
import { judgedBy } from './judging/judged-by.ts'
import { isNamedState, outcomeWord } from './outcome-word.ts'
import { OUTCOMES } from './outcome.ts'
import { reasonText } from './reason-text.ts'
import { useVerdict } from './use-verdict.ts'

/** What came of the checks of an answer, under its figures: failures first. Why is in a chip's title and in the details. */
export function CheckChips({ at, cell }: { readonly at: OutputRef; readonly cell: Cell }) {
  useLateTexts('checks', texts)
  const say = useText('checks')
  const verdict = useVerdict(at, cell)
  if (verdict === null || verdict.checks.length === 0) return null
  const { shown, more } = chipOrder(verdict)
  return (
    <ul className={css.chips} aria-label={say('results')} data-part="check-chips">
      {shown.map(({ at: place, check, result }) => (
        <li key={place} data-check={check.type} data-outcome={result.outcome}>
          <ResultChip check={check} result={result} />
        </li>
      ))}
      {more > 0 && <li className={css.more}>{say('more', { count: more })}</li>}
    </ul>
  )
}

function ResultChip({ check, result }: { readonly check: Check; readonly result: CheckResult }) {
  const say = useText('checks')
  const formats = useFormats()
  const causeWords = useCauseWords()
  const { icon, tone } = OUTCOMES[result.outcome]
  const word = say(outcomeWord(result))
  const why = [`${word}: ${reasonText(result.reason, say, formats, causeWords)}`, judgedBy(result, say, formats)].filter(
    (text) => text !== null,
  )
  return (
    <Chip tone={tone} icon={icon} title={why.join('\n')}>
      <span className={isNamedState(result) ? css.state : 'vitrine-unseen'}>{word}: </span>
      <bdi className={css.chipText}>{checkText(check, say, formats)}</bdi>
    </Chip>
  )
}
