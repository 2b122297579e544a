import { useAtomValue, useSetAtom } from 'jotai'
import { type KeyboardEvent, lazy, Suspense } from 'react'
import { drawer } from '../../messages/en/drawer.ts'
import { useLateTexts } from '../../messages/use-late-texts.ts'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import type { DrawerTab } from '../../state/playground-state.ts'
import { Tabs } from '../../ui/tabs.tsx'
import { isEditable } from '../frame/is-editable.ts'
import { useOutput } from '../output/use-output.ts'
import { CodeTab } from './code-tab.tsx'
import { ChecksTab } from './checks/checks-tab.tsx'
import { CostTab } from './cost/cost-tab.tsx'
import { DrawerHead } from './drawer-head.tsx'
import css from './drawer.module.css'
import { LogprobsTab } from './logprobs/logprobs-tab.tsx'
import { neighboursOf, stepOfKey } from './neighbours.ts'
import { OutputTab } from './output/output-tab.tsx'
import { PromptTab } from './prompt/prompt-tab.tsx'
import { TraceTab } from './trace/trace-tab.tsx'
import { WireTab } from './wire/wire-tab.tsx'

const Conversation = lazy(async () => ({ default: (await import('../chat/conversation.tsx')).Conversation }))

const TABS: readonly DrawerTab[] = ['output', 'prompt', 'wire', 'trace', 'logprobs', 'checks', 'cost', 'code']
const PANELS = {
  output: OutputTab,
  prompt: PromptTab,
  wire: WireTab,
  trace: TraceTab,
  logprobs: LogprobsTab,
  checks: ChecksTab,
  cost: CostTab,
  code: CodeTab,
} as const

/** The details of one output. */
export function Drawer() {
  useLateTexts('drawer', drawer)
  const { view } = usePlayground().state
  const at = useAtomValue(view.drawerAtom)
  return at === null ? null : <Details rowId={at.rowId} tab={at.tab} />
}

function Details({ rowId, tab }: { readonly rowId: string; readonly tab: DrawerTab }) {
  const say = useText('drawer')
  const { view, rows, prompt } = usePlayground().state
  const setDrawer = useSetAtom(view.drawerAtom)
  const all = useAtomValue(rows.idsAtom)
  const visible = useAtomValue(view.visibleRowIdsAtom)
  const { mode } = useAtomValue(prompt.draftAtom)
  const shown = useOutput(rowId)
  const neighbours = neighboursOf(rowId, visible, all)
  const number = all.indexOf(rowId) + 1
  const setCursor = useSetAtom(view.cursorAtom)
  const go = (id: string) => {
    setDrawer({ rowId: id, tab })
    // Whoever closes the details stands on the case that was looked at last.
    setCursor({ rowId: id, column: '#output' })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // What happens in a popup of ours arrives here too, through React's tree.
    const isInside = event.target instanceof Node && event.currentTarget.contains(event.target)
    const step = isInside && !isEditable(event.target) ? stepOfKey(event) : null
    const to = step === 1 ? neighbours.next : step === -1 ? neighbours.previous : null
    if (step === null) return
    event.preventDefault()
    if (to !== null) go(to)
  }
  const Panel = PANELS[tab]
  return (
    <section className={css.drawer} data-testid="drawer" aria-label={say('details', { number })} onKeyDown={onKeyDown}>
      <DrawerHead number={number} shown={shown} neighbours={neighbours} onGo={go} onClose={() => setDrawer(null)} />
      <Tabs
        label={say('tabs')}
        value={tab}
        onChange={(next) => setDrawer({ rowId, tab: next })}
        tabs={TABS.map((value) => ({ value, label: say(value) }))}
        tabTestId="drawer-tab"
        panelTestId="drawer-panel"
      >
        {tab === 'output' && mode === 'chat' ? (
          <Suspense fallback={<Panel key={rowId} rowId={rowId} shown={shown} />}>
            <Conversation key={rowId} rowId={rowId}>
              <Panel rowId={rowId} shown={shown} />
            </Conversation>
          </Suspense>
        ) : (
          <Panel key={rowId} rowId={rowId} shown={shown} />
        )}
      </Tabs>
    </section>
  )
}
