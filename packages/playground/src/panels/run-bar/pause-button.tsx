import { useAtomValue } from 'jotai'
import { Pause, Play } from 'lucide-react'
import { runOptions as texts } from '../../messages/en/run-options.ts'
import { useLateTexts } from '../../messages/use-late-texts.ts'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { IconButton } from '../../ui/icon-button.tsx'

/** Holds a run, and lets it go on. */
export function PauseButton() {
  useLateTexts('runOptions', texts)
  const say = useText('runOptions')
  const { bindings, state } = usePlayground()
  const isPaused = useAtomValue(state.execution.haltAtom)?.kind === 'paused'
  if (bindings.pause === undefined || bindings.resume === undefined) return null
  return (
    <IconButton
      size={32}
      icon={isPaused ? Play : Pause}
      label={say(isPaused ? 'resume' : 'pause')}
      data-testid="pause"
      onClick={() => (isPaused ? bindings.resume?.() : bindings.pause?.())}
    />
  )
}
