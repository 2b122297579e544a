import { Play } from 'lucide-react'
import { useReasonWords } from '../../../messages/reason-words.ts'
import { useText } from '../../../messages/use-text.ts'
import { useModel } from '../../../queries/use-models.ts'
import type { Cell } from '../../../state/cell.ts'
import type { OutputRef } from '../../../state/output-ref.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { useOutputActions } from '../../output/use-output-actions.ts'
import { absenceOf } from './absence.ts'
import { useAskFor } from './use-ask-for.ts'

/** Why there are no probabilities, and what would bring them. */
export function AbsenceNote({ at, cell }: { readonly at: OutputRef; readonly cell: Cell }) {
  const say = useText('logprobs')
  const reasonWords = useReasonWords()
  const actions = useOutputActions(at)
  const { settings, isAskedNext, ask } = useAskFor(at.variantId)
  const model = useModel(settings.model)
  const absence = absenceOf(cell, model, settings)
  switch (absence.kind) {
    case 'notAsked':
      return isAskedNext ? (
        <EmptyState
          action={
            <Button size={28} icon={Play} iconFilled onClick={actions.rerun}>
              {say('runNow')}
            </Button>
          }
        >
          {say('asked')}
        </EmptyState>
      ) : (
        <EmptyState
          action={
            <Button size={28} onClick={ask}>
              {say('ask')}
            </Button>
          }
        >
          {say('notAsked')}
        </EmptyState>
      )
    case 'notGiven': {
      const name = model?.displayName ?? settings.model
      return (
        <EmptyState>
          {absence.reason === null
            ? say('notGiven', { model: name })
            : say('notGivenNow', { model: name, reason: reasonWords(absence.reason, absence.reason) })}
        </EmptyState>
      )
    }
    case 'dropped':
    case 'doubted':
      return <EmptyState>{say(absence.kind, { reason: reasonWords(absence.reason, absence.reason) })}</EmptyState>
    default:
      return <EmptyState>{say(absence.kind)}</EmptyState>
  }
}
