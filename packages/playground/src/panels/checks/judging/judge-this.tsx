import { Gavel } from 'lucide-react'
import { useText } from '../../../messages/use-text.ts'
import type { Verdict } from '../../../state/checks-state.ts'
import { Button } from '../../../ui/button.tsx'
import { useFormats } from '../../../ui/format/use-formats.ts'
import css from '../checks.module.css'
import { useJudging } from './use-judging.ts'

/** Asks judges about one answer; nothing where its verdicts are there. */
export function JudgeThis({ verdict }: { readonly verdict: Verdict }) {
  const say = useText('checks')
  const { money } = useFormats()
  const { open, estimateUsd, paidUsd, progress, judge } = useJudging(verdict)
  return (
    <div className={css.judging} data-part="judge-this">
      {judge !== null && open > 0 && (
        <Button size={24} icon={Gavel} disabled={progress !== null} onClick={judge}>
          {estimateUsd === null ? say('judgeThisUnpriced') : say('judgeThis', { money: money(estimateUsd) })}
        </Button>
      )}
      {paidUsd > 0 && (
        <p className={css.help}>
          {say('judgingPaidThis', { judging: money(paidUsd), answer: money(verdict.cell.cost?.totalUsd ?? null) })}
        </p>
      )}
    </div>
  )
}
