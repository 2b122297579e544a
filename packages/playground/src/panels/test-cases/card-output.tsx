import type { OutputRef } from '../../state/output-ref.ts'
import { classNames } from '../../ui/class-names.ts'
import output from '../output/output-place.module.css'
import { OutputBody } from '../output/output-body.tsx'
import { OutputTools } from '../output/output-tools.tsx'
import { useOutput } from '../output/use-output.ts'
import { useVariantLetter } from '../variants/use-variant-letter.ts'
import css from './case-cards.module.css'

/** An output on a card. */
export function CardOutput({ at }: { readonly at: OutputRef }) {
  const shown = useOutput(at)
  const letter = useVariantLetter(at.variantId)
  return (
    <div
      className={classNames(output.place, css.output)}
      data-testid="output"
      data-row-id={at.rowId}
      data-variant={letter}
      data-state={shown.state}
    >
      <OutputBody shown={shown} tabIndex={0} />
      {shown.state === 'done' && <OutputTools at={shown.at} cell={shown.cell} tabIndex={0} isOnCard />}
    </div>
  )
}
