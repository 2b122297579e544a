import { useStore } from 'jotai'
import { continuationOf } from '../../execution/continued/continuation.ts'
import { goingOn as texts } from '../../messages/en/going-on.ts'
import { useLateTexts } from '../../messages/use-late-texts.ts'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import type { Cell } from '../../state/cell.ts'
import type { OutputRef } from '../../state/output-ref.ts'
import { Button } from '../../ui/button.tsx'
import { TextButton } from '../../ui/text-button.tsx'

export interface GoingOnProps {
  readonly at: OutputRef
  readonly cell: Cell
  readonly tabIndex: number
}

/** The answer that is looked at, among those of its place. */
function usePlace(at: OutputRef, cell: Cell) {
  const { state } = usePlayground()
  const store = useStore()
  return () => ({ rowId: at.rowId, variantId: at.variantId, repetition: store.get(state.execution.cellsAtom(at)).indexOf(cell) })
}

/** Ends the wait before the next try. */
export function RetryNow({ at, cell, tabIndex }: GoingOnProps) {
  useLateTexts('goingOn', texts)
  const say = useText('goingOn')
  const { bindings } = usePlayground()
  const place = usePlace(at, cell)
  if (bindings.retryNow === undefined) return null
  return (
    <TextButton tabIndex={tabIndex} onClick={() => bindings.retryNow?.(place())}>
      {say('retryNow')}
    </TextButton>
  )
}

/** Goes on with an answer that is not whole; nothing where that cannot be done. */
export function GoOn({ at, cell, tabIndex, as }: GoingOnProps & { readonly as: 'text' | 'button' }) {
  useLateTexts('goingOn', texts)
  const say = useText('goingOn')
  const { bindings } = usePlayground()
  const place = usePlace(at, cell)
  if (bindings.continueAnswer === undefined || continuationOf(cell) === null) return null
  const shared = { tabIndex, title: say('goOnWhy'), onClick: () => void bindings.continueAnswer?.(place()) }
  return as === 'text' ? (
    <TextButton {...shared}>{say('goOn')}</TextButton>
  ) : (
    <Button size={24} {...shared}>
      {say('goOn')}
    </Button>
  )
}
