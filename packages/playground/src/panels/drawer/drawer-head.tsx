import { useAtomValue } from 'jotai'
import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { useModel } from '../../queries/use-models.ts'
import { variantLetter } from '../../state/create-variants-state.ts'
import { Figures } from '../../ui/figures.tsx'
import { useFormats } from '../../ui/format/use-formats.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { StatusWord } from '../../ui/status-word.tsx'
import { useNow } from '../../ui/use-now.ts'
import { useFrameSize } from '../frame/frame-size.ts'
import { bylineOf } from '../output/byline.ts'
import { viewFailure } from '../output/failure.ts'
import { stateWord } from '../output/state-word.ts'
import type { ShownOutput } from '../output/use-output.ts'
import { useSettingsOf } from '../variants/use-settings-of.ts'
import css from './drawer.module.css'
import type { Neighbours } from './neighbours.ts'

export interface DrawerHeadProps {
  /** Of the case, from 1. */
  readonly number: number
  readonly shown: ShownOutput
  readonly neighbours: Neighbours
  readonly onGo: (rowId: string) => void
  readonly onVariant: (variantId: string) => void
  readonly onClose: () => void
}

/** Which case this is, how it stands, what it took, and the way to the next one. */
export function DrawerHead({ number, shown, neighbours, onGo, onVariant, onClose }: DrawerHeadProps) {
  const say = useText('drawer')
  const sayFrame = useText('frame')
  const isSheet = useFrameSize() !== 'wide'
  const variantIds = useAtomValue(usePlayground().state.prompt.variants.idsAtom)
  const { previous, next } = neighbours
  return (
    <header className={css.head}>
      <h2 className={css.title}>{say('case', { number })}</h2>
      <span className={css.steps}>
        <IconButton
          size={isSheet ? 32 : 24}
          icon={ChevronUp}
          label={say('previous')}
          disabled={previous === null}
          onClick={() => previous !== null && onGo(previous)}
        />
        <IconButton
          size={isSheet ? 32 : 24}
          icon={ChevronDown}
          label={say('next')}
          disabled={next === null}
          onClick={() => next !== null && onGo(next)}
        />
      </span>
      {variantIds.length > 1 && (
        <Segmented
          label={sayFrame('variants')}
          size={24}
          value={shown.at.variantId}
          options={variantIds.map((value, index) => ({ value, label: variantLetter(index) }))}
          onChange={onVariant}
        />
      )}
      <Standing shown={shown} />
      <Byline shown={shown} />
      <IconButton size={isSheet ? 32 : 24} icon={X} label={say('close')} tooltip={!isSheet} onClick={onClose} className={css.close} />
    </header>
  )
}

function Standing({ shown: { state, cell, missing, changes } }: { readonly shown: ShownOutput }) {
  const say = useText('output')
  const sayError = useText('errors')
  const { clock } = usePlayground().state
  const nowMs = useNow(clock, state === 'retrying' ? 100 : null)
  const failure = state === 'failed' && cell.failure !== null ? viewFailure(cell.failure) : null
  const cause = failure?.title === 'other' ? sayError('other', { code: cell.failure?.code ?? '' }) : failure && sayError(failure.title)
  return (
    <div className={css.standing} data-state={state}>
      <StatusWord state={state}>{cause ?? stateWord({ state, cell, missing, changes, nowMs }, say)}</StatusWord>
    </div>
  )
}

function Byline({ shown: { at, cell } }: { readonly shown: ShownOutput }) {
  const say = useText('output')
  const formats = useFormats()
  const settings = useSettingsOf(at.variantId)
  const isDemo = useModel(cell.model ?? settings.model)?.price?.source === 'demo'
  const figures = cell.runId === null ? [] : bylineOf(cell, formats, say, isDemo)
  return <span className={css.byline}>{figures.length > 0 && <Figures figures={figures} label={say('figures')} />}</span>
}
