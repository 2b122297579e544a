import { useAtom, useAtomValue } from 'jotai'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useMemo } from 'react'
import { repetitions as texts } from '../../messages/en/repetitions.ts'
import { useLateTexts } from '../../messages/use-late-texts.ts'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { isActive } from '../../state/cell-lifecycle.ts'
import type { OutputRef } from '../../state/output-ref.ts'
import { useFormats } from '../../ui/format/use-formats.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { mergeRepetitions, stability } from './merge-repetitions.ts'
import css from './repetition-bar.module.css'

/** Which of several answers is shown, how many say the same, and the way to the others. */
export function RepetitionBar({ at, tabIndex }: { readonly at: OutputRef; readonly tabIndex: number }) {
  useLateTexts('repetitions', texts)
  const say = useText('repetitions')
  const formats = useFormats()
  const { execution } = usePlayground().state
  const cells = useAtomValue(execution.cellsAtom(at))
  const [shown, setShown] = useAtom(execution.shownAtom(at))
  const groups = useMemo(() => mergeRepetitions(cells), [cells])
  const index = Math.max(
    0,
    groups.findIndex(({ repetitions }) => repetitions.includes(Math.min(shown, cells.length - 1))),
  )
  const same = groups[index]?.repetitions.length ?? 1
  const share = stability(cells)
  const running = cells.filter(({ state }) => isActive(state)).length
  const show = (next: number) => {
    const first = groups[next]?.repetitions[0]
    if (first !== undefined) setShown(first)
  }
  return (
    <div className={css.bar} role="group" aria-label={say('answers')} data-part="repetitions">
      <IconButton
        size={24}
        iconSize={14}
        icon={ChevronLeft}
        mirrored
        tooltip={false}
        label={say('previous')}
        tabIndex={tabIndex}
        disabled={index === 0}
        onClick={() => show(index - 1)}
      />
      <bdi className={css.place}>{say('place', { at: formats.integer(index + 1), of: formats.integer(groups.length) })}</bdi>
      <IconButton
        size={24}
        iconSize={14}
        icon={ChevronRight}
        mirrored
        tooltip={false}
        label={say('next')}
        tabIndex={tabIndex}
        disabled={index === groups.length - 1}
        onClick={() => show(index + 1)}
      />
      <span className={css.facts}>
        {same > 1 && <span>{say('identical', { count: same })}</span>}
        {running > 0 && <span>{say('running', { count: running })}</span>}
        {share !== null && running === 0 && <span title={say('stableWhy')}>{say('stable', { percent: formats.percent(share) })}</span>}
      </span>
    </div>
  )
}
