import { useState } from 'react'
import { useText } from '../../messages/use-text.ts'
import { classNames } from '../../ui/class-names.ts'
import { StatusWord } from '../../ui/status-word.tsx'
import { useKeptFocus } from '../../ui/use-kept-focus.ts'
import output from '../output/output-place.module.css'
import { OutputBody } from '../output/output-body.tsx'
import { OutputTools } from '../output/output-tools.tsx'
import { shortWord } from '../output/state-word.ts'
import { useOutput } from '../output/use-output.ts'
import { useVariantLetter } from '../variants/use-variant-letter.ts'
import { FirstRun } from './first-run.tsx'
import { NotRun } from './not-run.tsx'
import { type GridCellPlace, cellAttributes } from './grid-cell.ts'
import { useGrid } from './grid-context.ts'
import css from './grid.module.css'

/** The output of a case: its word alone beside open details, else everything. */
export function OutputGridCell({
  variantId,
  isDisabled,
  ...place
}: GridCellPlace & { readonly variantId: string; readonly isDisabled: boolean }) {
  const say = useText('output')
  const { isFolded } = useGrid()
  const { rowId, index, isCursor } = place
  const shown = useOutput({ rowId, variantId })
  const letter = useVariantLetter(variantId)
  const [isOver, setOver] = useState(false)
  const tabIndex = isCursor ? 0 : -1
  const kept = useKeptFocus<HTMLDivElement>((element) => element)
  return (
    <div
      {...cellAttributes(place)}
      {...kept}
      data-testid="output"
      data-row-id={rowId}
      data-variant={letter}
      data-state={shown.state}
      className={classNames(css.cell, output.place, css.output)}
      onPointerEnter={() => setOver(true)}
      onPointerLeave={() => setOver(false)}
    >
      {isFolded && !isDisabled ? (
        <StatusWord state={shown.state}>{shortWord(shown.state, say)}</StatusWord>
      ) : (
        <>
          {isDisabled && <NotRun />}
          {!(isDisabled && isUnrun(shown.state)) && <OutputBody shown={shown} tabIndex={tabIndex} />}
          {index === 0 && letter === 'A' && shown.state === 'ready' && !isDisabled && <FirstRun tabIndex={tabIndex} />}
          {(isOver || isCursor) && hasCornerFree(shown.state) && <OutputTools at={shown.at} cell={shown.cell} tabIndex={tabIndex} />}
        </>
      )}
    </div>
  )
}

/** Nothing to show of a case that is kept and not run. */
const isUnrun = (state: string): boolean => state === 'ready' || state === 'blocked'

/** States whose corner holds the time or an action of their own. */
const OCCUPIED: ReadonlySet<string> = new Set(['blocked', 'queued', 'connecting', 'streaming', 'retrying', 'stopped', 'stale'])
const hasCornerFree = (state: string): boolean => !OCCUPIED.has(state)
