import { useAtomValue, useSetAtom } from 'jotai'
import type { KeyboardEvent, ReactNode } from 'react'
import { drawer } from '../../messages/en/drawer.ts'
import { useLateTexts } from '../../messages/use-late-texts.ts'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { outputColumn } from '../../state/output-column.ts'
import { type OutputRef, outputKey } from '../../state/output-ref.ts'
import type { DrawerTab } from '../../state/view-state.ts'
import { latePart } from '../../ui/late-part.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { isEditable } from '../frame/is-editable.ts'
import { RepetitionBar } from '../output/repetition-bar.tsx'
import { useOutput } from '../output/use-output.ts'
import { CodeTab } from './code-tab.tsx'
import { ChecksTab } from './checks/checks-tab.tsx'
import { CostTab } from './cost/cost-tab.tsx'
import { DrawerHead } from './drawer-head.tsx'
import css from './drawer.module.css'
import { LogprobsTab } from './logprobs/logprobs-tab.tsx'
import { neighboursOf, type Step, stepOfKey } from './neighbours.ts'
import { NotesTab } from './notes/notes-tab.tsx'
import { OutputTab } from './output/output-tab.tsx'
import { PromptTab } from './prompt/prompt-tab.tsx'
import { TraceTab } from './trace/trace-tab.tsx'
import { WireTab } from './wire/wire-tab.tsx'

const Conversation = latePart<{ readonly rowId: string; readonly meanwhile: ReactNode }>(
  async () => (await import('../chat/conversation.tsx')).Conversation,
  ({ meanwhile }) => meanwhile,
)
const ContinueAsChat = latePart(async () => (await import('../chat/continue-as-chat.tsx')).ContinueAsChat)

const TABS: readonly DrawerTab[] = ['output', 'prompt', 'wire', 'trace', 'logprobs', 'checks', 'notes', 'cost', 'code']
const PANELS = {
  output: OutputTab,
  prompt: PromptTab,
  wire: WireTab,
  trace: TraceTab,
  logprobs: LogprobsTab,
  checks: ChecksTab,
  notes: NotesTab,
  cost: CostTab,
  code: CodeTab,
} as const

/** The details of one output. */
export function Drawer() {
  useLateTexts('drawer', drawer)
  const { view } = usePlayground().state
  const at = useAtomValue(view.drawerAtom)
  return at === null ? null : <Details at={at} />
}

function Details({ at }: { readonly at: OutputRef & { readonly tab: DrawerTab } }) {
  const { rowId, variantId, tab } = at
  const say = useText('drawer')
  const { state, root } = usePlayground()
  const { view, rows, prompt } = state
  const setDrawer = useSetAtom(view.drawerAtom)
  const all = useAtomValue(rows.idsAtom)
  const visible = useAtomValue(view.visibleRowIdsAtom)
  const { mode } = useAtomValue(prompt.draftAtom)
  const variantIds = useAtomValue(prompt.variants.idsAtom)
  const shown = useOutput(at)
  const neighbours = neighboursOf(rowId, visible, all)
  const number = all.indexOf(rowId) + 1
  const setCursor = useSetAtom(view.cursorAtom)
  const go = (to: OutputRef) => {
    setDrawer({ ...to, tab })
    // Whoever closes the details stands on the output that was looked at last.
    setCursor({ rowId: to.rowId, column: outputColumn(to.variantId) })
  }
  const goTo = (id: string) => go({ rowId: id, variantId })
  const take = ({ to, by }: Step) => {
    const next = to === 'case' ? (by === 1 ? neighbours.next : neighbours.previous) : variantIds[variantIds.indexOf(variantId) + by]
    if (next !== null && next !== undefined) go(to === 'case' ? { rowId: next, variantId } : { rowId, variantId: next })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // What happens in a popup of ours arrives here too, through React's tree.
    const isInside = event.target instanceof Node && event.currentTarget.contains(event.target)
    const step = isInside && !isEditable(event.target) ? stepOfKey(event, root?.dir === 'rtl') : null
    // Among tabs, in a tree or a table the arrows are theirs.
    if (step === null || (step.to === 'variant' && (variantIds.length === 1 || hasOwnArrows(event.target)))) return
    event.preventDefault()
    take(step)
  }
  const Panel = PANELS[tab]
  const place = outputKey(at)
  return (
    <section className={css.drawer} data-testid="drawer" aria-label={say('details', { number })} onKeyDown={onKeyDown}>
      <DrawerHead
        number={number}
        shown={shown}
        neighbours={neighbours}
        onGo={goTo}
        onVariant={(id) => go({ rowId, variantId: id })}
        onClose={() => setDrawer(null)}
      />
      {shown.repetitions > 1 && (
        <div className={css.answers}>
          <RepetitionBar at={shown.at} tabIndex={0} />
        </div>
      )}
      <Tabs
        label={say('tabs')}
        value={tab}
        onChange={(next) => setDrawer({ rowId, variantId, tab: next })}
        tabs={TABS.map((value) => ({ value, label: say(value) }))}
        tabTestId="drawer-tab"
        panelTestId="drawer-panel"
      >
        {tab === 'output' && mode === 'chat' ? (
          <Conversation key={rowId} rowId={rowId} meanwhile={<Panel key={place} rowId={rowId} shown={shown} />} />
        ) : (
          <>
            <Panel key={place} rowId={rowId} shown={shown} />
            {tab === 'output' && <ContinueAsChat at={shown.at} />}
          </>
        )}
      </Tabs>
    </section>
  )
}

const hasOwnArrows = (target: EventTarget): boolean =>
  target instanceof Element &&
  target.closest('[role="tablist"], [role="tree"], [role="radiogroup"], [role="slider"], [data-arrows]') !== null
