import { useAtomValue } from 'jotai'
import { type KeyboardEvent, useId, useMemo, useState } from 'react'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { variantLetter } from '../../state/create-variants-state.ts'
import { inSight } from '../../ui/in-sight.ts'
import { StatusWord } from '../../ui/status-word.tsx'
import { VariantKey } from '../../ui/variant-key.tsx'
import { shortWord } from '../output/state-word.ts'
import { useSettingsOf } from '../variants/use-settings-of.ts'
import { CardOutput } from './card-output.tsx'
import css from './card-variants.module.css'

/** The outputs of a case on its card: one is shown, the others are a tap away, and how each stands is always in sight. */
export function CardVariants({ rowId, variantIds }: { readonly rowId: string; readonly variantIds: readonly string[] }) {
  const sayFrame = useText('frame')
  const { state, root } = usePlayground()
  const [chosen, setChosen] = useState<string | null>(null)
  const activeId = useAtomValue(state.prompt.variants.activeIdAtom)
  const shownId = chosen !== null && variantIds.includes(chosen) ? chosen : activeId
  const id = useId()
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const forwards = root?.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    const backwards = root?.dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft'
    const by = event.key === forwards ? 1 : event.key === backwards ? -1 : 0
    const to = variantIds[variantIds.indexOf(shownId) + by]
    if (by === 0 || to === undefined) return
    event.preventDefault()
    setChosen(to)
    const index = variantIds.indexOf(to)
    event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')[index]?.focus()
  }
  return (
    <>
      <div role="tablist" tabIndex={-1} aria-label={sayFrame('variants')} className={css.tabs} onKeyDown={onKeyDown}>
        {variantIds.map((variantId, index) => (
          <CardTab
            key={variantId}
            rowId={rowId}
            variantId={variantId}
            letter={variantLetter(index)}
            isShown={variantId === shownId}
            panelId={id}
            onChoose={() => setChosen(variantId)}
          />
        ))}
      </div>
      <div id={id} role="tabpanel" aria-label={sayFrame('configurationOf', { letter: variantLetter(variantIds.indexOf(shownId)) })}>
        <CardOutput at={{ rowId, variantId: shownId }} />
      </div>
    </>
  )
}

interface CardTabProps {
  readonly rowId: string
  readonly variantId: string
  readonly letter: string
  readonly isShown: boolean
  readonly panelId: string
  readonly onChoose: () => void
}

function CardTab({ rowId, variantId, letter, isShown, panelId, onChoose }: CardTabProps) {
  const say = useText('output')
  const { execution } = usePlayground().state
  const state = useAtomValue(useMemo(() => execution.cellStateAtom({ rowId, variantId }), [execution, rowId, variantId]))
  const { model } = useSettingsOf(variantId)
  return (
    <button
      ref={isShown ? inSight : null}
      type="button"
      role="tab"
      aria-selected={isShown}
      aria-controls={panelId}
      tabIndex={isShown ? 0 : -1}
      className={css.tab}
      data-variant={letter}
      onClick={onChoose}
    >
      <VariantKey letter={letter} isOn={isShown} />
      <bdi className={css.model}>{model}</bdi>
      <StatusWord state={state}>
        <span className="vitrine-unseen">{shortWord(state, say)}</span>
      </StatusWord>
    </button>
  )
}
