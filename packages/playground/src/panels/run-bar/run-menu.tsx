import { useAtomValue } from 'jotai'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { MenuItem } from '../../ui/menu.tsx'

/** The variations of Run, each with the calls it comes to. */
export function RunMenu() {
  const say = useText('run')
  const { state, run } = usePlayground()
  const targets = useAtomValue(state.execution.targetsAtom)
  const repetitions = useAtomValue(state.execution.repetitionsAtom)
  const selected = useAtomValue(state.view.selectedRowIdsAtom)
  const choices = [
    { name: 'runAll', places: targets.runnable, keys: '$mod+Enter' },
    { name: 'runSelected', places: targets.runnable.filter(({ rowId }) => selected.has(rowId)), keys: undefined },
    { name: 'runFailed', places: targets.failed, keys: undefined },
    { name: 'runStale', places: targets.stale, keys: undefined },
    { name: 'runMissing', places: targets.missing, keys: undefined },
  ] as const
  return choices.map(({ name, places, keys }) => (
    <MenuItem
      key={name}
      disabled={places.length === 0}
      end={say('callsPlain', { count: places.length * repetitions })}
      onSelect={() => run(places)}
      {...(keys !== undefined && { keys })}
    >
      {say(name)}
    </MenuItem>
  ))
}
