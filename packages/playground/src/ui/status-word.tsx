import {
  CircleCheck,
  CircleDashed,
  CircleStop,
  CircleX,
  Clock,
  History,
  LoaderCircle,
  type LucideIcon,
  RefreshCw,
  TextCursorInput,
  TriangleAlert,
} from 'lucide-react'
import type { ReactNode } from 'react'
import type { CellState } from '../state/cell.ts'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import css from './status-word.module.css'

const ICONS: Readonly<Record<CellState, LucideIcon>> = {
  ready: CircleDashed,
  blocked: TriangleAlert,
  queued: Clock,
  connecting: LoaderCircle,
  streaming: TextCursorInput,
  retrying: RefreshCw,
  done: CircleCheck,
  failed: CircleX,
  stopped: CircleStop,
  stale: History,
}

export interface StatusWordProps {
  readonly state: CellState
  readonly children: ReactNode
  /** The time, or an action, at the end of the line. */
  readonly end?: ReactNode
  readonly className?: string | undefined
}

/** The state of a cell: an icon, a word and a colour, in one line that is always 16 px high. */
export function StatusWord({ state, children, end, className }: StatusWordProps) {
  return (
    <div className={classNames(css.status, css[state], className)} data-testid="output-status">
      <Icon of={ICONS[state]} size={14} spinning={state === 'connecting'} />
      <span className={css.word}>{children}</span>
      {end !== undefined && <span className={css.end}>{end}</span>}
    </div>
  )
}
