import { useAtomValue } from 'jotai'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { isDue } from '../../state/due.ts'
import type { Standing } from '../../state/execution-state.ts'
import { MenuItem } from '../../ui/menu.tsx'
import type { RunWords } from './run-words.ts'

interface Choice {
  readonly name: string
  readonly keep: (standing: Standing) => boolean
  readonly keys?: string
}

/** The variations of Run, each with the calls it comes to and what they would bring. */
export function RunMenu({ words }: { readonly words: RunWords }) {
  const say = useText('run')
  const { state, run } = usePlayground()
  const standings = useAtomValue(state.execution.standingsAtom)
  const repetitions = useAtomValue(state.execution.repetitionsAtom)
  const selected = useAtomValue(state.view.selectedRowIdsAtom)
  const choices: readonly Choice[] = [
    { name: say('runAll'), keep: () => true, keys: '$mod+Enter' },
    { name: words.due, keep: isDue },
    { name: say('runSelected'), keep: ({ rowId }) => selected.has(rowId) },
    { name: say('runFailed'), keep: (standing) => standing.state === 'failed' },
    { name: say('runStale'), keep: (standing) => standing.state === 'stale' },
    { name: say('runMissing'), keep: (standing) => standing.state === 'ready' || standing.state === 'stopped' },
  ]
  return choices.map(({ name, keep, keys }) => {
    const places = standings.filter((standing) => standing.canRun && keep(standing))
    return (
      <MenuItem
        key={name}
        disabled={places.length === 0}
        end={say('callsPlain', { count: places.length * repetitions })}
        title={words.willOf(places, repetitions)}
        onSelect={() => run(places)}
        {...(keys !== undefined && { keys })}
      >
        {name}
      </MenuItem>
    )
  })
}
