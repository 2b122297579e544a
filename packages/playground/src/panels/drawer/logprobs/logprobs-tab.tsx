import { latePart } from '../../../ui/late-part.tsx'
import { EmptyTab } from '../empty-tab.tsx'
import type { TabProps } from '../output/output-tab.tsx'

const LogprobsView = latePart(async () => (await import('./logprobs-view.tsx')).LogprobsView)

/** How sure the model was of each token of the answer. */
export function LogprobsTab({ rowId, shown }: TabProps) {
  if (shown.cell.runId === null) return <EmptyTab shown={shown} />
  return <LogprobsView rowId={rowId} shown={shown} />
}
