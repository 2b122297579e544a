import { useAtomValue } from 'jotai'
import { useState } from 'react'
import { useText } from '../../../messages/use-text.ts'
import { usePlayground } from '../../../playground-context.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import css from './import-form.module.css'
import { PlacedCases } from './placed-cases.tsx'
import { PlacedPrompt } from './placed-prompt.tsx'
import { Reading } from './reading.tsx'
import { TooLargeCase } from './too-large-case.tsx'
import type { ImportControl } from './use-import-draft.ts'
import { type Outline, usePlacement } from './use-placement.ts'

export interface PlaceStepProps {
  readonly control: ImportControl
  readonly onDone: () => void
  readonly onBack: () => void
}

const changes = ({ added, prompt, settings, checks }: Outline): boolean =>
  added > 0 || [prompt, settings, checks].some((part) => part !== undefined)

/** The third step: where cases and prompt go. Its last button is the only one that changes anything. */
export function PlaceStep({ control, onDone, onBack }: PlaceStepProps) {
  const say = useText('exchangeImport')
  const sayFrame = useText('frame')
  const { state } = usePlayground()
  // What is there may change while the dialog is open: a host may write too.
  useAtomValue(state.rows.revisionAtom)
  const { recognition, mapping } = control.draft
  const { outline, apply } = usePlacement(control)
  /** How much of the cases came in; null while nobody asked for them. */
  const [share, setShare] = useState<number | null>(null)
  if (recognition?.ok !== true || mapping === null) return null
  const added = outline?.added ?? 0
  const stop = outline === null ? say('askHow') : changes(outline) ? undefined : say('nothing')
  const label = added > 0 || outline === null ? say('importCases', { count: added || recognition.rowCount }) : say('importPrompt')
  const bring = async () => {
    setShare(0)
    const isDone = await apply(setShare)
    setShare(null)
    if (isDone && !control.takeNext()) onDone()
  }
  return (
    <>
      <PlacedCases control={control} outline={outline} />
      {recognition.variants.length > 0 && <PlacedPrompt control={control} />}
      {recognition.checks.length > 0 && (
        <Checkbox
          label={say('takeChecks', { count: recognition.checks.length })}
          checked={mapping.takesChecks}
          onChange={(takesChecks) => control.map({ ...mapping, takesChecks })}
        />
      )}
      {recognition.largestRow !== null && <TooLargeCase largest={recognition.largestRow} />}
      <p className={css.small}>{say('undoLater')}</p>
      {share !== null && <Reading text={say('placing')} share={share} onStop={() => control.reader.cancel()} />}
      <div className={css.foot}>
        <Button kind="quiet" onClick={onDone}>
          {sayFrame('cancel')}
        </Button>
        <Button onClick={onBack}>{say('back')}</Button>
        <Button kind="primary" data-testid="import-apply" disabled={share !== null} disabledReason={stop} onClick={() => void bring()}>
          {label}
        </Button>
      </div>
    </>
  )
}
