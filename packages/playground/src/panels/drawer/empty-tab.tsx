import { Play } from 'lucide-react'
import { useText } from '../../messages/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { ShownOutput } from '../output/use-output.ts'
import { useOutputActions } from '../output/use-output-actions.ts'

/** A tab that has nothing to show yet: why, and what would change that. */
export function EmptyTab({ shown: { at, state, missing } }: { readonly shown: ShownOutput }) {
  const say = useText('drawer')
  const actions = useOutputActions(at)
  if (state === 'blocked')
    return (
      <EmptyState
        action={
          <Button size={28} onClick={actions.fill}>
            {say('fill')}
          </Button>
        }
      >
        {missing.length === 0 ? say('emptyPrompt') : say('missing', { names: missing.join(', ') })}
      </EmptyState>
    )
  if (state === 'queued') return <EmptyState>{say('waiting')}</EmptyState>
  if (state === 'connecting' || state === 'streaming' || state === 'retrying') return <EmptyState>{say('running')}</EmptyState>
  return (
    <EmptyState
      action={
        <Button size={28} icon={Play} iconFilled onClick={actions.rerun}>
          {say('run')}
        </Button>
      }
    >
      {say('notRun')}
    </EmptyState>
  )
}
