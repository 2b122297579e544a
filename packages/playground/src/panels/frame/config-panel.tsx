import { useAtom, useAtomValue } from 'jotai'
import { Braces, Menu, PanelLeft, SlidersHorizontal } from 'lucide-react'
import { useId, useState } from 'react'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { ResizeHandle } from '../../ui/resize-handle.tsx'
import { useKeptFocus } from '../../ui/use-kept-focus.ts'
import { useVariantLetter } from '../variants/use-variant-letter.ts'
import { VariantTabs } from '../variants/variant-tabs.tsx'
import css from './config-panel.module.css'
import { DETAILS_LEAST, LIST_LEAST, useFrameSize } from './frame-size.ts'
import { Part } from './part.tsx'
import { whenDrawn } from './when-drawn.ts'

const WIDTH = { usual: 324, min: 280, max: 520 }

/** From top to bottom. */
const SECTIONS = ['ModelPicker', 'PromptEditor', 'Settings'] as const

/** What the rail leads to: parts of the panel, by the name that they carry. */
const RAIL = [
  { part: 'messages', icon: Menu, name: 'messages' },
  { part: 'parameters', icon: SlidersHorizontal, name: 'parameters' },
  { part: 'response-format', icon: Braces, name: 'responseFormat' },
] as const

/** Model, messages and settings of the variant. While details are open it steps back to its rail, unless it is called for. */
export function ConfigPanel({ frameWidth }: { readonly frameWidth: number }) {
  const say = useText('frame')
  const { state, panels, root } = usePlayground()
  const isNarrow = useFrameSize() !== 'wide'
  const [isCollapsed, setCollapsed] = useAtom(state.view.configCollapsedAtom)
  const [drawer, setDrawer] = useAtom(state.view.drawerAtom)
  const isDrawerOpen = drawer !== null
  const [beside, setBeside] = useState(false)
  const [width, setWidth] = useState(WIDTH.usual)
  const sectionsId = useId()
  const activeId = useAtomValue(state.prompt.variants.activeIdAtom)
  const letter = useVariantLetter(activeId)
  const hasRoomForThree = frameWidth >= WIDTH.usual + LIST_LEAST + DETAILS_LEAST
  const isRail = !isNarrow && (isCollapsed || (isDrawerOpen && !(beside && hasRoomForThree)))

  const kept = useKeptFocus<HTMLElement>((element) => element.querySelector('button'))
  const show = (part: string | null) => {
    setCollapsed(false)
    setBeside(true)
    if (!hasRoomForThree) setDrawer(null)
    if (part !== null) whenDrawn(root, `[data-part="${part}"]`, bringIntoSight)
  }

  if (isRail)
    return (
      <aside {...kept} className={css.rail} aria-label={say('configuration')}>
        <IconButton icon={PanelLeft} mirrored label={say('expandPanel')} onClick={() => show(null)} />
        {RAIL.map(({ part, icon, name }) => (
          <IconButton key={part} icon={icon} label={say(name)} onClick={() => show(part)} />
        ))}
      </aside>
    )
  const max = Math.min(WIDTH.max, isDrawerOpen ? frameWidth - LIST_LEAST - DETAILS_LEAST : frameWidth / 2)
  return (
    <aside
      {...kept}
      className={css.panel}
      aria-label={say('configuration')}
      {...(!isNarrow && { style: { inlineSize: Math.min(width, max) } })}
    >
      {!isNarrow && (
        <>
          <header className={css.head}>
            <VariantTabs panelId={sectionsId} />
            <IconButton
              size={24}
              icon={PanelLeft}
              mirrored
              label={say('collapsePanel')}
              onClick={() => {
                setBeside(false)
                if (!isDrawerOpen) setCollapsed(true)
              }}
            />
          </header>
          <ResizeHandle
            edge="end"
            label={say('resizePanel')}
            width={Math.min(width, max)}
            min={WIDTH.min}
            max={max}
            onChange={setWidth}
            onReset={() => setWidth(WIDTH.usual)}
          />
        </>
      )}
      {isNarrow && panels.TemplateFormatMenu && (
        <div className={css.syntax}>
          <Part>
            <panels.TemplateFormatMenu />
          </Part>
        </div>
      )}
      {isNarrow && (
        <div className={css.narrowTabs}>
          <VariantTabs panelId={sectionsId} />
        </div>
      )}
      <div id={sectionsId} role="tabpanel" aria-label={say('configurationOf', { letter })} className={css.sections}>
        {SECTIONS.map((name) => {
          const Section = panels[name]
          return (
            Section && (
              <Part key={`${activeId} ${name}`}>
                <Section />
              </Part>
            )
          )
        })}
      </div>
    </aside>
  )
}

/** Shows a part that was called for, and puts the focus on what it begins with. */
function bringIntoSight(part: HTMLElement): void {
  part.scrollIntoView({ block: 'start' })
  part.querySelector<HTMLElement>('button:not([tabindex="-1"]), input, textarea')?.focus({ preventScroll: true })
}
