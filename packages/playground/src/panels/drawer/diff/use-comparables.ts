import { atom, useAtomValue } from 'jotai'
import { useMemo } from 'react'
import { useText } from '../../../messages/use-text.ts'
import { usePlayground } from '../../../playground-context.ts'
import { variantLetter } from '../../../state/create-variants-state.ts'
import type { OutputRef } from '../../../state/output-ref.ts'

/** Something that an answer can be held against. */
export interface Comparable {
  readonly id: 'expected' | 'first' | 'previous'
  /** For people. */
  readonly name: string
  readonly text: string
}

/** What the answer at a place can be held against: what is expected, the first variant's answer, the answer before this one. */
export function useComparables({ rowId, variantId }: OutputRef): readonly Comparable[] {
  const say = useText('drawer')
  const { rows, execution, prompt } = usePlayground().state
  const expected = useAtomValue(rows.rowAtom(rowId))?.expected
  const first = useAtomValue(prompt.variants.idsAtom)[0]
  const others = useMemo(
    () =>
      atom((get) => ({
        first: first === undefined || first === variantId ? '' : get(execution.cellAtom({ rowId, variantId: first })).text,
        previous: get(execution.previousAtom({ rowId, variantId }))?.text ?? '',
      })),
    [execution, rowId, variantId, first],
  )
  const held = useAtomValue(others)
  const all: readonly Comparable[] = [
    { id: 'expected', name: say('comparedExpected'), text: expected ?? '' },
    { id: 'first', name: say('comparedFirst', { letter: variantLetter(0) }), text: held.first },
    { id: 'previous', name: say('comparedPrevious'), text: held.previous },
  ]
  return all.filter(({ text }) => text !== '')
}
