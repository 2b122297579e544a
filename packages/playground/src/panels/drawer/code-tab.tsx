import { useAtomValue } from 'jotai'
import { lazy, Suspense } from 'react'
import { usePlayground } from '../../playground-context.ts'
import type { TabProps } from './output/output-tab.tsx'

const SnippetView = lazy(async () => ({ default: (await import('../code/snippet-view.tsx')).SnippetView }))

/** The case's request as a program. */
export function CodeTab({ rowId, shown: { at, cell, missing, changes } }: TabProps) {
  const row = useAtomValue(usePlayground().state.rows.rowAtom(rowId))
  if (row === null) return null
  return (
    <Suspense>
      <SnippetView of={{ row, run: cell, missing, variantId: at.variantId }} isStale={changes.length > 0} />
    </Suspense>
  )
}
