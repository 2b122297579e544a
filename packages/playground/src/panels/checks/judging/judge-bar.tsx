import { Gavel, Square } from 'lucide-react'
import { useText } from '../../../messages/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { useFormats } from '../../../ui/format/use-formats.ts'
import { useKeptFocus } from '../../../ui/use-kept-focus.ts'
import css from '../checks.module.css'
import { useJudging } from './use-judging.ts'

/** Asks judges, for as much as it says, and only when it is pressed. */
export function JudgeBar() {
  const say = useText('checks')
  const { money, integer } = useFormats()
  const { open, estimateUsd, paidUsd, unknownPaid, progress, judge } = useJudging()
  const kept = useKeptFocus<HTMLDivElement>((element) => element.querySelector('button') ?? element)
  if (judge === null) return <p className={css.help}>{say('rubricHelp')}</p>
  return (
    <div {...kept} className={css.judging} data-part="judging" tabIndex={-1}>
      {progress !== null ? (
        <>
          <span role="status">{say('judgingOf', { done: integer(progress.done), total: integer(progress.total) })}</span>
          <Button size={24} kind="stop" icon={Square} iconFilled onClick={progress.stop}>
            {say('stopJudging')}
          </Button>
        </>
      ) : (
        open > 0 && (
          <Button size={24} icon={Gavel} onClick={judge}>
            {estimateUsd === null ? say('judgeUnpriced', { count: open }) : say('judge', { count: open, money: money(estimateUsd) })}
          </Button>
        )
      )}
      <p className={css.help}>{say(open > 0 || progress !== null ? 'judgeHelp' : 'judgeNothing')}</p>
      {(paidUsd > 0 || unknownPaid > 0) && (
        <p className={css.help} data-part="judging-cost">
          {unknownPaid > 0
            ? say('judgingPaidPartly', { money: money(paidUsd), count: unknownPaid })
            : say('judgingPaid', { money: money(paidUsd) })}
        </p>
      )}
    </div>
  )
}
