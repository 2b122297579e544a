import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { StatusWord } from '../../ui/status-word.tsx'
import { useNow } from '../../ui/use-now.ts'
import { stateWord } from '../output/state-word.ts'
import type { ShownOutput } from '../output/use-output.ts'

/** How the answer of a variant stands, in a word. */
export function AnswerStanding({ shown: { state, cell, missing, changes } }: { readonly shown: ShownOutput }) {
  const say = useText('output')
  const { clock } = usePlayground().state
  const nowMs = useNow(clock, state === 'retrying' ? 100 : null)
  return <StatusWord state={state}>{stateWord({ state, cell, missing, changes, nowMs }, say)}</StatusWord>
}
