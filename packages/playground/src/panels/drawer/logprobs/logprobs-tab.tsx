import { lazy, Suspense } from 'react'
import { EmptyTab } from '../empty-tab.tsx'
import type { TabProps } from '../output/output-tab.tsx'

const LogprobsView = lazy(async () => ({ default: (await import('./logprobs-view.tsx')).LogprobsView }))

/** How sure the model was of each token of the answer. */
export function LogprobsTab({ rowId, shown }: TabProps) {
  if (shown.cell.runId === null) return <EmptyTab shown={shown} />
  return (
    <Suspense>
      <LogprobsView rowId={rowId} shown={shown} />
    </Suspense>
  )
}
