import { useAtomValue } from 'jotai'
import { useState } from 'react'
import { useText } from '../../../messages/use-text.ts'
import { usePlayground } from '../../../playground-context.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import css from './import-form.module.css'
import { PlacedCases } from './placed-cases.tsx'
import { PlacedPrompt } from './placed-prompt.tsx'
import type { ImportControl } from './use-import-draft.ts'
import { usePlacement } from './use-placement.ts'

export interface PlaceStepProps {
  readonly control: ImportControl
  readonly onDone: () => void
  readonly onBack: () => void
}

/** The third step: where cases and prompt go. Its last button is the only one that changes anything. */
export function PlaceStep({ control, onDone, onBack }: PlaceStepProps) {
  const say = useText('exchangeImport')
  const sayFrame = useText('frame')
  const { state } = usePlayground()
  // What is there may change while the dialog is open: a host may write too.
  useAtomValue(state.rows.revisionAtom)
  const { recognition, mapping } = control.draft
  const { placement, added, apply } = usePlacement(control.draft)
  const [isApplying, setApplying] = useState(false)
  if (recognition?.ok !== true || mapping === null) return null
  const changes =
    placement !== null && (added > 0 || [placement.prompt, placement.settings, placement.checks].some((part) => part !== undefined))
  const stop = placement === null ? say('askHow') : changes ? undefined : say('nothing')
  const label = added > 0 || placement === null ? say('importCases', { count: added || recognition.rows.length }) : say('importPrompt')
  return (
    <>
      <PlacedCases control={control} placement={placement} added={added} />
      {recognition.variants.length > 0 && <PlacedPrompt control={control} />}
      {recognition.checks.length > 0 && (
        <Checkbox
          label={say('takeChecks', { count: recognition.checks.length })}
          checked={mapping.takesChecks}
          onChange={(takesChecks) => control.map({ ...mapping, takesChecks })}
        />
      )}
      <p className={css.small}>{say('undoLater')}</p>
      <div className={css.foot}>
        <Button kind="quiet" onClick={onDone}>
          {sayFrame('cancel')}
        </Button>
        <Button onClick={onBack}>{say('back')}</Button>
        <Button
          kind="primary"
          data-testid="import-apply"
          disabled={isApplying}
          disabledReason={stop}
          onClick={() => {
            setApplying(true)
            void apply().then(onDone)
          }}
        >
          {label}
        </Button>
      </div>
    </>
  )
}
