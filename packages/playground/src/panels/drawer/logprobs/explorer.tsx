import { useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useText } from '../../../messages/use-text.ts'
import { Segmented } from '../../../ui/segmented.tsx'
import { bringIntoSight } from '../bring-into-sight.ts'
import box from '../drawer.module.css'
import { HeatMap } from './heat-map.tsx'
import { LeastSure } from './least-sure.tsx'
import { Legend } from './legend.tsx'
import css from './logprobs.module.css'
import { SummaryLine } from './summary-line.tsx'
import { blocksOf } from './token-blocks.ts'
import { TokenDetails } from './token-details.tsx'
import { TokenTable } from './token-table.tsx'
import type { Token } from './tokens.ts'
import { useLogprobFormats } from './use-logprob-formats.ts'

/** Tokens to look at: as a map with the details of one beside it, or as a table. */
export function Explorer({ tokens }: { readonly tokens: readonly Token[] }) {
  const say = useText('logprobs')
  const formats = useLogprobFormats()
  const [view, setView] = useState<'heat' | 'table'>('heat')
  const [chosen, setChosen] = useState<number | null>(null)
  const [pointed, setPointed] = useState<number | null>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const blocks = useMemo(() => blocksOf(tokens), [tokens])
  const goTo = (at: number) => {
    // The token may not be drawn yet, and only what is drawn can take the focus.
    flushSync(() => {
      setView('heat')
      setChosen(at)
    })
    const token = scroller.current?.querySelector<HTMLElement>(`[data-at="${at}"]`)
    if (!token) return
    token.focus({ preventScroll: true })
    bringIntoSight(token)
  }
  return (
    <>
      <div className={box.line}>
        {view === 'heat' && <Legend formats={formats} />}
        <span className={box.grow} />
        <Segmented
          label={say('view')}
          size={24}
          value={view}
          options={[
            { value: 'heat', label: say('heat') },
            { value: 'table', label: say('table') },
          ]}
          onChange={setView}
        />
      </div>
      {view === 'table' ? (
        <TokenTable tokens={tokens} formats={formats} onShow={goTo} />
      ) : (
        <div className={css.split}>
          <HeatMap
            tokens={tokens}
            blocks={blocks}
            chosen={chosen}
            formats={formats}
            scroller={scroller}
            onPoint={setPointed}
            onChoose={goTo}
          />
          <aside className={css.side} aria-label={say('details')}>
            <div className={css.details} data-part="token-details">
              <TokenDetails tokens={tokens} at={pointed ?? chosen ?? -1} formats={formats} />
            </div>
            <LeastSure tokens={tokens} formats={formats} onGo={goTo} />
          </aside>
        </div>
      )}
      <SummaryLine tokens={tokens} formats={formats} />
      {view === 'heat' && <p className={box.small}>{say('keys')}</p>}
    </>
  )
}
