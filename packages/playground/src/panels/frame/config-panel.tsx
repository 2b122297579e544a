import { atom, useAtom, useAtomValue } from 'jotai'
import { PanelLeft } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { ResizeHandle } from '../../ui/resize-handle.tsx'
import { VariantKey } from '../../ui/variant-key.tsx'
import css from './config-panel.module.css'
import { useFrameSize } from './frame-size.ts'
import { Part } from './part.tsx'

const WIDTH = { usual: 324, min: 280, max: 520 }

/** Model, messages and settings of the variant. While details are open it steps back to its rail, unless it is called for. */
export function ConfigPanel({ frameWidth }: { readonly frameWidth: number }) {
  const say = useText('frame')
  const { state, panels } = usePlayground()
  const isNarrow = useFrameSize() !== 'wide'
  const [isCollapsed, setCollapsed] = useAtom(state.view.configCollapsedAtom)
  const isDrawerOpen = useAtomValue(state.view.drawerAtom) !== null
  const [beside, setBeside] = useState(false)
  const [width, setWidth] = useState(WIDTH.usual)
  const model = useAtomValue(useMemo(() => atom((get) => get(state.prompt.draftAtom).llmConfig.model), [state]))
  const isRail = !isNarrow && (isCollapsed || (isDrawerOpen && !beside))

  if (isRail)
    return (
      <aside className={css.rail} aria-label={say('configuration')}>
        <IconButton
          icon={PanelLeft}
          mirrored
          label={say('expandPanel')}
          onClick={() => {
            setCollapsed(false)
            setBeside(true)
          }}
        />
      </aside>
    )
  const max = Math.min(WIDTH.max, frameWidth / 2)
  return (
    <aside className={css.panel} aria-label={say('configuration')} {...(!isNarrow && { style: { inlineSize: Math.min(width, max) } })}>
      {!isNarrow && (
        <>
          <header className={css.head}>
            <span className={css.variant}>
              <VariantKey letter="A" />
              <bdi>{model}</bdi>
            </span>
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
      <div className={css.sections}>
        {[panels.ModelPicker, panels.PromptEditor, panels.Settings].map(
          (Section) =>
            Section && (
              <Part key={Section.displayName ?? Section.name}>
                <Section />
              </Part>
            ),
        )}
      </div>
    </aside>
  )
}
