import { type ClipboardEvent, type DragEvent, useEffect, useEffectEvent, useState } from 'react'
import { useText } from '../../../messages/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import css from './import-form.module.css'
import { mappingFaults } from './column-choice.ts'
import { type ImportDraft, type ImportStep, stepsOf } from './import-draft.ts'
import { MAX_SHOWN_PASTE } from './max-shown-paste.ts'
import { MapStep } from './map-step.tsx'
import { PlaceStep } from './place-step.tsx'
import { RecogniseStep } from './recognise-step.tsx'
import { useImportDraft } from './use-import-draft.ts'

const TITLES = { recognise: 'stepRecognise', map: 'stepMap', place: 'stepPlace' } as const

/** The three steps, one at a time. */
export function ImportForm({ dropped, onDone }: { readonly dropped: readonly File[]; readonly onDone: () => void }) {
  const say = useText('exchangeImport')
  const control = useImportDraft()
  const [isOver, setOver] = useState(false)
  const { draft } = control
  const steps = stepsOf(draft)
  const begin = useEffectEvent(() => void (dropped.length > 0 && control.takeFiles(dropped)))
  useEffect(() => begin(), [])

  const onDrop = (event: DragEvent) => {
    setOver(false)
    const files = [...event.dataTransfer.files]
    if (files.length === 0) return
    event.preventDefault()
    control.takeFiles(files)
  }
  const onPaste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files]
    const text = event.clipboardData.getData('text/plain')
    if (files.length === 0 && text.length <= MAX_SHOWN_PASTE) return
    event.preventDefault()
    if (files.length > 0) control.takeFiles(files)
    else control.takeText(text)
  }
  return (
    <div
      className={css.form}
      data-step={draft.step}
      data-over={isOver || undefined}
      role="presentation"
      onPaste={onPaste}
      onDrop={onDrop}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
    >
      <ol className={css.steps} aria-label={say('steps')}>
        {steps.map((step) => (
          <li key={step} {...(step === draft.step && { 'aria-current': 'step' })}>
            {say(TITLES[step])}
          </li>
        ))}
      </ol>
      <div
        key={draft.step}
        ref={draft.step === 'recognise' && (draft.queue?.at ?? 0) === 0 ? null : focusFirst}
        className={css.step}
        tabIndex={-1}
      >
        {draft.step === 'recognise' && <RecogniseStep control={control} />}
        {draft.step === 'map' && <MapStep control={control} />}
        {draft.step === 'place' && <PlaceStep control={control} onDone={onDone} onBack={() => control.goTo(before(draft, steps))} />}
      </div>
      {draft.step !== 'place' && (
        <Foot
          draft={draft}
          onDone={onDone}
          onBack={() => control.goTo(before(draft, steps))}
          onNext={() => control.goTo(after(draft, steps))}
        />
      )}
    </div>
  )
}

/** Whoever goes on with the keyboard goes on in what is new. */
function focusFirst(step: HTMLElement | null) {
  step?.focus({ preventScroll: true })
}

const before = ({ step }: ImportDraft, steps: readonly ImportStep[]): ImportStep => steps[steps.indexOf(step) - 1] ?? step
const after = ({ step }: ImportDraft, steps: readonly ImportStep[]): ImportStep => steps[steps.indexOf(step) + 1] ?? step

interface FootProps {
  readonly draft: ImportDraft
  readonly onDone: () => void
  readonly onBack: () => void
  readonly onNext: () => void
}

function Foot({ draft, onDone, onBack, onNext }: FootProps) {
  const say = useText('exchangeImport')
  const sayFrame = useText('frame')
  return (
    <div className={css.foot}>
      <Button kind="quiet" onClick={onDone}>
        {sayFrame('cancel')}
      </Button>
      {draft.step !== 'recognise' && <Button onClick={onBack}>{say('back')}</Button>}
      <Button kind="primary" disabledReason={useStop(draft)} onClick={onNext}>
        {say('next')}
      </Button>
    </div>
  )
}

/** Why it does not go on. */
function useStop({ step, queue, recognition, isReading, mapping }: ImportDraft): string | undefined {
  const say = useText('exchangeImport')
  if (isReading) return say('reading')
  if (queue !== null && queue.at === null) return say('severalStop')
  if (recognition?.ok === false) return say('refusedStop')
  if (recognition === null || mapping === null) return say('needsSource')
  return step === 'map' && mappingFaults(mapping.columns).some((fault) => fault !== null) ? say('mapFirst') : undefined
}
