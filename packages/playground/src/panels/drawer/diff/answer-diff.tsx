import { ChevronDown, ChevronUp } from 'lucide-react'
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { diff as texts } from '../../../messages/en/diff.ts'
import { useLateTexts } from '../../../messages/use-late-texts.ts'
import { useText } from '../../../messages/use-text.ts'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { useWidth } from '../../../ui/use-width.ts'
import { bringIntoSight } from '../bring-into-sight.ts'
import box from '../drawer.module.css'
import { CountsLine } from './counts-line.tsx'
import css from './diff.module.css'
import { comparableAsJson, diffOf } from './diff-of.ts'
import { DiffRows } from './diff-rows.tsx'
import { allRows, foldRows } from './fold-rows.ts'

export interface AnswerDiffProps {
  readonly before: string
  readonly after: string
  /** What the sides are, for people. */
  readonly beforeName: string
  readonly afterName: string
}

/** Narrower, two columns hold too few words. CSS pixels. */
const TWO_COLUMNS = 560
const NONE: ReadonlySet<number> = new Set()

/** Two answers held against each other: what was added, removed, changed or moved, and the way from one difference to the next. */
export function AnswerDiff({ before, after, beforeName, afterName }: AnswerDiffProps) {
  useLateTexts('diff', texts)
  const say = useText('diff')
  const frame = useRef<HTMLElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const headId = useId()
  const width = useWidth(frame)
  const isJsonPossible = useMemo(() => comparableAsJson(before, after), [before, after])
  const [wantedKind, setKind] = useState<'text' | 'json' | null>(null)
  const [wantedLayout, setLayout] = useState<'split' | 'inline' | null>(null)
  const [isFolded, setFolded] = useState(true)
  const [opened, setOpened] = useState(NONE)
  const [current, setCurrent] = useState<number | null>(null)
  const kind = isJsonPossible ? (wantedKind ?? 'json') : 'text'
  const layout = wantedLayout ?? ((width ?? TWO_COLUMNS) < TWO_COLUMNS ? 'inline' : 'split')
  const difference = useMemo(() => diffOf(before, after, kind), [before, after, kind])
  const shown = useMemo(() => (isFolded ? foldRows(difference.rows, opened) : allRows(difference.rows)), [difference, isFolded, opened])
  const { spots } = difference
  const at = current === null || current >= spots ? null : current
  const goTo = (spot: number) => {
    if (spot < 0 || spot >= spots) return
    flushSync(() => setCurrent(spot))
    const row = scroller.current?.querySelector<HTMLElement>(`[data-spot="${spot}"]`)
    if (!row) return
    row.focus({ preventScroll: true })
    bringIntoSight(row)
  }
  const step = (by: 1 | -1) => goTo(at === null ? (by === 1 ? 0 : spots - 1) : at + by)
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    event.stopPropagation()
    step(event.key === 'ArrowDown' ? 1 : -1)
  }
  const path = at === null ? undefined : difference.rows.find(({ spot }) => spot === at)?.path
  return (
    <section ref={frame} className={css.diff} aria-labelledby={headId} data-part="answer-diff" data-layout={layout} onKeyDown={onKeyDown}>
      <h3 id={headId} className="vitrine-unseen">
        {say('rows', { before: beforeName, after: afterName })}
      </h3>
      <div className={box.line}>
        <CountsLine counts={difference.counts} spots={spots} kind={difference.kind} isSame={before === after} />
        <span className={box.grow} />
        {isJsonPossible && (
          <Segmented
            label={say('kind')}
            size={24}
            value={kind}
            options={[
              { value: 'json', label: say('kindJson') },
              { value: 'text', label: say('kindText') },
            ]}
            onChange={setKind}
          />
        )}
        <Segmented
          label={say('layout')}
          size={24}
          value={layout}
          options={[
            { value: 'split', label: say('split') },
            { value: 'inline', label: say('inline') },
          ]}
          onChange={setLayout}
        />
      </div>
      {difference.notes.map((note) => (
        <p key={note} className={box.muted} data-note={note}>
          {say(note)}
        </p>
      ))}
      {spots > 0 && (
        <div className={box.line}>
          <IconButton size={24} icon={ChevronUp} label={say('previous')} disabled={at === 0} onClick={() => step(-1)} />
          <IconButton size={24} icon={ChevronDown} label={say('next')} disabled={at === spots - 1} onClick={() => step(1)} />
          <span role="status">{at === null ? say('all', { count: spots }) : say('at', { number: at + 1, total: spots })}</span>
          {path !== undefined && (
            <bdi className={css.path} dir="ltr">
              {path}
            </bdi>
          )}
          <span className={box.grow} />
          <Checkbox label={say('onlyDifferences')} checked={isFolded} onChange={setFolded} />
        </div>
      )}
      <DiffRows
        shown={shown}
        layout={layout}
        kind={difference.kind}
        current={at}
        beforeName={beforeName}
        afterName={afterName}
        scroller={scroller}
        onUnfold={(from) => setOpened(new Set([...opened, from]))}
      />
    </section>
  )
}
