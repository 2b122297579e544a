import { useRef } from 'react'
import { useText } from '../../../messages/use-text.ts'
import { classNames } from '../../../ui/class-names.ts'
import { useFormats } from '../../../ui/format/use-formats.ts'
import { OpenMark } from '../../../ui/open-mark.tsx'
import { Tooltip } from '../../../ui/tooltip.tsx'
import { useWidth } from '../../../ui/use-width.ts'
import { axisLabels } from './axis-labels.ts'
import { SpanTip } from './span-tip.tsx'
import css from './trace.module.css'
import type { TraceRow } from './trace-rows.ts'
import { type Axis, axisFor, shareOf } from './time-axis.ts'

export interface WaterfallProps {
  readonly rows: readonly TraceRow[]
  /** Null where no token came. Milliseconds since the row was queued. */
  readonly ttftMs: number | null
  readonly closed: ReadonlySet<string>
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
  readonly onToggle: (id: string) => void
}

const percent = (share: number): string => `${share * 100}%`

/** Bars on one axis of time. Each line says in words what its bar shows. */
export function Waterfall({ rows, ttftMs, closed, chosen, onChoose, onToggle }: WaterfallProps) {
  const say = useText('drawer')
  const axis = axisFor(Math.max(...rows.map(({ startMs, durationMs }) => startMs + durationMs)))
  return (
    <div className={css.waterfall} data-part="waterfall">
      <Scale axis={axis} ttftMs={ttftMs} />
      <ul className={css.rows} aria-label={say('waterfall')}>
        {rows.map((row) => (
          <Row
            key={row.id}
            row={row}
            axis={axis}
            isClosed={closed.has(row.id)}
            isChosen={chosen === row.id}
            onChoose={() => onChoose(row.id)}
            onToggle={() => onToggle(row.id)}
          />
        ))}
      </ul>
      {ttftMs !== null && (
        <div className={css.overlay} aria-hidden="true">
          <i className={css.mark} style={{ insetInlineStart: percent(shareOf(ttftMs, 0, axis).start) }} />
        </div>
      )}
    </div>
  )
}

function Scale({ axis, ttftMs }: { readonly axis: Axis; readonly ttftMs: number | null }) {
  const say = useText('drawer')
  const formats = useFormats()
  const element = useRef<HTMLDivElement>(null)
  const width = useWidth(element)
  const last = axis.ticks.length - 1
  const labels = axis.ticks.map((tick, at) => {
    if (at === last) return say('ms', { value: formats.integer(tick) })
    return axis.endMs < 12 ? String(Number(tick.toPrecision(2))) : formats.integer(tick)
  })
  const markAt = ttftMs === null ? null : shareOf(ttftMs, 0, axis).start
  const { shown, markSide } = axisLabels(labels, width ?? 0, markAt, say('ttft'))
  return (
    <div ref={element} className={css.scale} aria-hidden="true">
      {axis.ticks.map(
        (tick, at) =>
          shown.has(at) && (
            <span
              key={tick}
              className={css.tick}
              data-end={at === 0 ? 'start' : at === last ? 'end' : undefined}
              style={{ insetInlineStart: percent(at / last) }}
            >
              {labels[at]}
            </span>
          ),
      )}
      {markAt !== null && (
        <span className={css.ttft} data-side={markSide} style={{ insetInlineStart: percent(markAt) }}>
          {say('ttft')}
        </span>
      )}
    </div>
  )
}

interface RowProps {
  readonly row: TraceRow
  readonly axis: Axis
  readonly isClosed: boolean
  readonly isChosen: boolean
  readonly onChoose: () => void
  readonly onToggle: () => void
}

function Row({ row, axis, isClosed, isChosen, onChoose, onToggle }: RowProps) {
  const say = useText('drawer')
  const formats = useFormats()
  const { name, startMs, durationMs, depth, hasChildren, span, tone } = row
  const { start, length } = shareOf(startMs, durationMs, axis)
  const words = say('bar', { name, start: formats.duration(startMs), duration: formats.duration(durationMs) })
  return (
    <li className={classNames(css.row, isChosen && css.chosen)} data-tone={tone}>
      <span className={css.label} style={{ paddingInlineStart: `${depth * 16}px` }}>
        {hasChildren && (
          <button
            type="button"
            className={css.toggle}
            aria-expanded={!isClosed}
            aria-label={say(isClosed ? 'openSpan' : 'closeSpan', { name })}
            onClick={onToggle}
          >
            <OpenMark isOpen={!isClosed} />
          </button>
        )}
        {span === null ? (
          <span className={css.text} title={words}>
            {name}
          </span>
        ) : (
          <Tooltip text={<SpanTip row={row} />} side="bottom">
            <button type="button" dir="auto" className={css.name} aria-pressed={isChosen} aria-label={words} onClick={onChoose}>
              {name}
            </button>
          </Tooltip>
        )}
      </span>
      <span className={css.lane} aria-hidden="true">
        <i style={{ insetInlineStart: percent(start), inlineSize: `max(2px, ${percent(length)})` }} />
      </span>
      <span className={css.duration}>{formats.duration(durationMs)}</span>
    </li>
  )
}
