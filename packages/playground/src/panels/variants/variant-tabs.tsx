import { useAtomValue } from 'jotai'
import { Plus } from 'lucide-react'
import { type KeyboardEvent, useId, useRef } from 'react'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { variantLetter } from '../../state/create-variants-state.ts'
import { MAX_VARIANTS } from '../../state/prompt.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { inSight } from '../../ui/in-sight.ts'
import { VariantKey } from '../../ui/variant-key.tsx'
import css from './variant-tabs.module.css'
import { latePart } from '../../ui/late-part.tsx'

const VariantMenu = latePart(async () => (await import('./variant-menu.tsx')).VariantMenu)

/** The variants side by side, over the configuration of the one that is chosen. */
export function VariantTabs({ panelId }: { readonly panelId: string }) {
  const say = useText('frame')
  const { state, root } = usePlayground()
  const { variants } = state.prompt
  const list = useAtomValue(variants.listAtom)
  const activeId = useAtomValue(variants.activeIdAtom)
  const tabs = useRef<HTMLDivElement>(null)
  const id = useId()
  const active = list.findIndex((variant) => variant.id === activeId)
  const letter = variantLetter(active)
  const isFull = list.length >= MAX_VARIANTS

  const onKeyDown = (event: KeyboardEvent) => {
    const forwards = root?.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    const backwards = root?.dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft'
    const by = event.key === forwards ? 1 : event.key === backwards ? -1 : 0
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? list.length - 1 : (active + by + list.length) % list.length
    const next = list[to]
    if (next === undefined || to === active) return
    event.preventDefault()
    variants.activate(next.id)
    tabs.current?.querySelectorAll<HTMLElement>('[role="tab"]')[to]?.focus()
  }

  return (
    <>
      <div ref={tabs} role="tablist" tabIndex={-1} aria-label={say('variants')} className={css.tabs} onKeyDown={onKeyDown}>
        {list.map(({ id: variantId, llmConfig: { model } }, index) => (
          <button
            key={variantId}
            ref={index === active ? inSight : null}
            id={`${id}-${index}`}
            type="button"
            role="tab"
            aria-selected={index === active}
            aria-controls={panelId}
            tabIndex={index === active ? 0 : -1}
            title={model}
            data-testid="variant"
            data-variant={variantLetter(index)}
            className={css.tab}
            onClick={() => variants.activate(variantId)}
          >
            <VariantKey letter={variantLetter(index)} isOn={index === active} />
            <bdi className={css.model}>{model}</bdi>
          </button>
        ))}
      </div>
      <span className={css.end}>
        {list.length > 1 && <VariantMenu variantId={activeId} />}
        <IconButton
          size={24}
          icon={Plus}
          label={isFull ? say('variantsFull', { count: MAX_VARIANTS }) : say('addVariant', { letter })}
          disabled={isFull}
          data-testid="add-variant"
          onClick={() => variants.clone(activeId)}
        />
      </span>
    </>
  )
}
