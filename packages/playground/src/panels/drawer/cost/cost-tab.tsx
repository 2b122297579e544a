import { useText } from '../../../messages/use-text.ts'
import { useModel } from '../../../queries/use-models.ts'
import { isActive } from '../../../state/cell-lifecycle.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { field, record, textIn } from '../../output/read-meta.ts'
import box from '../drawer.module.css'
import { EmptyTab } from '../empty-tab.tsx'
import { FailureNotice } from '../failure-notice.tsx'
import type { TabProps } from '../output/output-tab.tsx'
import { ContinuedCost } from './continued-cost.tsx'
import { costSheet } from './cost-lines.ts'
import { CostNotes } from './cost-notes.tsx'
import { CostTable } from './cost-table.tsx'
import { GatewayView } from './gateway-view.tsx'
import { ReportedUsageView } from './reported-usage-view.tsx'

/** What the run cost and why: tokens times price, and who says so. */
export function CostTab({ shown }: TabProps) {
  const say = useText('drawer')
  const { cell, state } = shown
  const asked = record(field(record(field(record(field(record(cell.request?.body), 'ag_config')), 'prompt')), 'llm_config'))
  const model = useModel(textIn(asked, 'model') ?? cell.model ?? '')
  if (cell.runId === null) return <EmptyTab shown={shown} />
  if (cell.usage === null)
    return (
      <div className={box.pane}>
        {state === 'failed' && <FailureNotice at={shown.at} cell={cell} />}
        <EmptyState>{say(isActive(state) ? 'costPending' : state === 'failed' ? 'costFailed' : 'costNoTokens')}</EmptyState>
      </div>
    )
  const sheet = costSheet(cell.usage, cell.cost, model?.price ?? null)
  return (
    <div className={box.pane}>
      {state === 'failed' && <FailureNotice at={shown.at} cell={cell} />}
      <CostTable sheet={sheet} isEstimate={cell.usage.source === 'estimate'} />
      <CostNotes sheet={sheet} usage={cell.usage} cost={cell.cost} price={model?.price ?? null} />
      {cell.continued !== null && <ContinuedCost cell={cell} continued={cell.continued} />}
      {cell.gateway !== null && <GatewayView facts={cell.gateway} asked={textIn(asked, 'model')} />}
      {cell.usage.source === 'provider' && <ReportedUsageView wire={cell.wire} />}
    </div>
  )
}
