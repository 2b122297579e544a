import { goingOn as texts } from '../../../messages/en/going-on.ts'
import { useLateTexts } from '../../../messages/use-late-texts.ts'
import { useText } from '../../../messages/use-text.ts'
import type { Cell, Continued } from '../../../state/cell.ts'
import { useFormats } from '../../../ui/format/use-formats.ts'
import box from '../drawer.module.css'

/** Of an answer in parts: what the last one cost, and whether the whole is known. */
export function ContinuedCost({ cell, continued }: { readonly cell: Cell; readonly continued: Continued }) {
  useLateTexts('goingOn', texts)
  const say = useText('goingOn')
  const formats = useFormats()
  const isKnown = (cell.cost?.totalUsd ?? null) !== null
  return (
    <p className={box.muted}>{say(isKnown ? 'summedCost' : 'unknownCost', { amount: formats.money(continued.cost?.totalUsd ?? null) })}</p>
  )
}
