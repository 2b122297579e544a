import { useAtomValue } from 'jotai'
import { usePlayground } from '../../playground-context.ts'
import { latePart } from '../../ui/late-part.tsx'
import type { TabProps } from './output/output-tab.tsx'

const SnippetView = latePart(async () => (await import('../code/snippet-view.tsx')).SnippetView)

/** The case's request as a program. */
export function CodeTab({ rowId, shown: { at, cell, missing, changes } }: TabProps) {
  const row = useAtomValue(usePlayground().state.rows.rowAtom(rowId))
  if (row === null) return null
  return <SnippetView of={{ row, run: cell, missing, variantId: at.variantId }} isStale={changes.length > 0} />
}
