import type { ReactNode } from 'react'
import { useText } from '../../../messages/use-text.ts'
import { classNames } from '../../../ui/class-names.ts'
import css from './diff.module.css'
import type { DiffRow, RowKind, Side } from './difference.ts'
import { SideText } from './side-text.tsx'

const WORDS = { same: 'wordSame', added: 'wordAdded', removed: 'wordRemoved', changed: 'wordChanged', moved: 'wordMoved' } as const
type Sign = '' | '+' | '−' | '↕'

export interface DiffLineProps {
  readonly row: DiffRow
  readonly layout: 'split' | 'inline'
  readonly isCurrent: boolean
  /** The first row of its difference: what the ways from one to the next lead to. */
  readonly isFirst: boolean
  /** Of the text: prose is read in its own, code from the left. */
  readonly direction: 'auto' | 'ltr'
}

/** A line of both sides: beside each other, or the old over the new one. */
export function DiffLine({ row, layout, isCurrent, isFirst, direction }: DiffLineProps) {
  const say = useText('diff')
  const { kind, before, after, spot, path, movedFrom } = row
  const isTwice = kind === 'changed' && layout === 'inline'
  return (
    <div
      className={classNames(css.row, css[layout], css[kind], isCurrent && css.current)}
      data-kind={kind}
      {...(isFirst && spot !== null && { 'data-spot': spot, tabIndex: -1 })}
      {...(path !== undefined && { title: path })}
    >
      {kind !== 'same' && <span className="vitrine-unseen">{say(WORDS[kind])}</span>}
      {layout === 'split' ? (
        <>
          <Half direction={direction} side="before" line={before} sign={signOf(kind, 'before')} />
          <Half direction={direction} side="after" line={after} sign={signOf(kind, 'after')}>
            {movedFrom !== undefined && (
              <bdi className={css.from} dir="ltr">
                {say('movedFrom', { path: movedFrom })}
              </bdi>
            )}
          </Half>
        </>
      ) : (
        <>
          {(kind === 'removed' || isTwice) && <Half direction={direction} side="before" line={before} sign="−" />}
          {kind !== 'removed' && (
            <Half direction={direction} side="after" line={after} sign={isTwice ? '+' : signOf(kind, 'after')}>
              {movedFrom !== undefined && (
                <bdi className={css.from} dir="ltr">
                  {say('movedFrom', { path: movedFrom })}
                </bdi>
              )}
            </Half>
          )}
        </>
      )}
    </div>
  )
}

/** Colour is never the only sign. */
function signOf(kind: RowKind, side: 'before' | 'after'): Sign {
  if (kind === 'moved') return '↕'
  if (kind === 'removed' || kind === 'added') return (kind === 'removed') === (side === 'before') ? (kind === 'added' ? '+' : '−') : ''
  if (kind === 'same') return ''
  return side === 'before' ? '−' : '+'
}

interface HalfProps {
  readonly direction: 'auto' | 'ltr'
  readonly side: 'before' | 'after'
  readonly line: Side | null
  readonly sign: Sign
  readonly children?: ReactNode
}

function Half({ direction, side, line, sign, children }: HalfProps) {
  return (
    <div className={classNames(css.half, sign === '−' && css.gone, sign === '+' && css.come, line === null && css.none)}>
      <span className={css.number} aria-hidden="true">
        {line?.number}
      </span>
      <span className={css.mark} aria-hidden="true">
        {sign}
      </span>
      <span className={css.text} dir={direction}>
        {line && <SideText pieces={line.pieces} side={side} />}
        {children}
      </span>
    </div>
  )
}
