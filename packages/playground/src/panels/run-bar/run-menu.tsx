import { useAtomValue } from 'jotai'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { MenuItem } from '../../ui/menu.tsx'

/** The variations of Run, each with the calls it comes to. */
export function RunMenu() {
  const say = useText('run')
  const { state, run } = usePlayground()
  const targets = useAtomValue(state.execution.targetsAtom)
  const selected = useAtomValue(state.view.selectedRowIdsAtom)
  const choices = [
    { name: 'runAll', rowIds: targets.runnable, keys: '$mod+Enter' },
    { name: 'runSelected', rowIds: targets.runnable.filter((id) => selected.has(id)), keys: undefined },
    { name: 'runFailed', rowIds: targets.failed, keys: undefined },
    { name: 'runStale', rowIds: targets.stale, keys: undefined },
    { name: 'runMissing', rowIds: targets.missing, keys: undefined },
  ] as const
  return choices.map(({ name, rowIds, keys }) => (
    <MenuItem
      key={name}
      disabled={rowIds.length === 0}
      end={say('callsPlain', { count: rowIds.length })}
      onSelect={() => run(rowIds)}
      {...(keys !== undefined && { keys })}
    >
      {say(name)}
    </MenuItem>
  ))
}
