import { useMemo, useState } from 'react'
import { useText } from '../../../messages/use-text.ts'
import { usePlayground } from '../../../playground-context.ts'
import { isActive, sinceQueued } from '../../../state/cell-lifecycle.ts'
import { Segmented } from '../../../ui/segmented.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { CopyButton } from '../copy-button.tsx'
import css from '../drawer.module.css'
import { EmptyTab } from '../empty-tab.tsx'
import { FailureNotice } from '../failure-notice.tsx'
import type { TabProps } from '../output/output-tab.tsx'
import { SpanDetails } from './span-details.tsx'
import { TraceTable } from './trace-table.tsx'
import trace from './trace.module.css'
import { traceRows } from './trace-rows.ts'
import { Waterfall } from './waterfall.tsx'

/** Where the time went: on this page, then in the service. */
export function TraceTab({ shown }: TabProps) {
  const say = useText('drawer')
  const { clock } = usePlayground().state
  const { cell, state } = shown
  const isRunning = isActive(state)
  const nowMs = useNow(clock, isRunning ? 100 : null)
  const [view, setView] = useState<'waterfall' | 'table'>('waterfall')
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [chosen, setChosen] = useState<string | null>(null)
  const elapsedMs = isRunning ? sinceQueued(cell, nowMs) : 0
  const rows = useMemo(() => traceRows(cell, elapsedMs, closed, say), [cell, elapsedMs, closed, say])
  if (cell.runId === null || cell.queuedAtMs === null) return <EmptyTab shown={shown} />
  const span = rows.find(({ id }) => id === chosen)?.span ?? null
  const ttftMs = cell.times.firstTokenMs
  return (
    <div className={css.pane}>
      {state === 'failed' && <FailureNotice at={shown.at} cell={cell} />}
      <div className={css.line}>
        <Id name={say('traceId')} id={cell.traceId} label={say('copyTrace')} />
        <Id name={say('spanId')} id={cell.spanId} label={say('copySpan')} />
        {cell.traceId === null && <span className={css.small}>{say('noTrace')}</span>}
        <span className={css.grow} />
        <Segmented
          label={say('traceView')}
          size={24}
          value={view}
          options={[
            { value: 'waterfall', label: say('waterfall') },
            { value: 'table', label: say('table') },
          ]}
          onChange={setView}
        />
      </div>
      {view === 'table' ? (
        <TraceTable rows={rows} />
      ) : (
        <Waterfall
          rows={rows}
          ttftMs={ttftMs}
          closed={closed}
          chosen={chosen}
          onChoose={(id) => setChosen(id === chosen ? null : id)}
          onToggle={(id) => setClosed(closed.has(id) ? new Set([...closed].filter((one) => one !== id)) : new Set([...closed, id]))}
        />
      )}
      {span !== null && view === 'waterfall' && <SpanDetails span={span} />}
      {!isRunning && <p className={css.small}>{say(cell.tree.length === 0 ? 'noSpans' : 'clockNote')}</p>}
    </div>
  )
}

function Id({ name, id, label }: { readonly name: string; readonly id: string | null; readonly label: string }) {
  if (id === null) return null
  return (
    <span className={trace.id}>
      <span>{name}</span>
      <bdi title={id}>{id.length > 20 ? `${id.slice(0, 8)}…${id.slice(-6)}` : id}</bdi>
      <CopyButton text={id} label={label} />
    </span>
  )
}
