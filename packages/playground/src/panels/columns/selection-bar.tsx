import { useAtomValue, useStore } from 'jotai'
import { ArrowDown, ArrowUp, CircleDashed, CircleSlash, Copy, Download, Play, Trash2, X } from 'lucide-react'
import { columns as texts } from '../../messages/en/columns.ts'
import { useLateTexts } from '../../messages/use-late-texts.ts'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import type { RowActions } from '../test-cases/use-row-actions.ts'
import css from './columns.module.css'

/** What can be done with the selected cases, all of them at once. */
export function SelectionBar({ actions }: { readonly actions: RowActions }) {
  useLateTexts('columns', texts)
  const say = useText('columns')
  const { state, run, toolAtom } = usePlayground()
  const { view, execution, rows } = state
  const store = useStore()
  const selected = useAtomValue(view.selectedRowIdsAtom)
  const runnable = useAtomValue(execution.targetsAtom).runnable.filter(({ rowId }) => selected.has(rowId))
  // Which of them are disabled is read with every change of the rows.
  useAtomValue(rows.revisionAtom)
  const ids = [...selected]
  const areDisabled = ids.every((id) => store.get(rows.rowAtom(id))?.isDisabled === true)
  return (
    <div className={css.bar} role="toolbar" aria-label={say('selection')} data-testid="selection-bar">
      <span className={css.count}>{say('selected', { count: selected.size })}</span>
      <Button
        kind="quiet"
        size={24}
        icon={Play}
        disabledReason={runnable.length === 0 ? say('nothingToRun') : undefined}
        onClick={() => run(runnable)}
      >
        {say('run')}
      </Button>
      <Button kind="quiet" size={24} icon={Copy} onClick={() => actions.duplicate(ids)}>
        {say('duplicate')}
      </Button>
      <Button kind="quiet" size={24} icon={areDisabled ? CircleDashed : CircleSlash} onClick={() => actions.disable(ids)}>
        {say(areDisabled ? 'enable' : 'disable')}
      </Button>
      <Button kind="quiet" size={24} icon={Download} onClick={() => store.set(toolAtom, 'export')}>
        {say('export')}
      </Button>
      <Button kind="quiet" size={24} icon={Trash2} onClick={() => actions.remove(ids)}>
        {say('delete')}
      </Button>
      <IconButton size={24} icon={ArrowUp} label={say('moveUp')} onClick={() => actions.move(ids, -1)} />
      <IconButton size={24} icon={ArrowDown} label={say('moveDown')} onClick={() => actions.move(ids, 1)} />
      <IconButton size={24} icon={X} label={say('clearSelection')} onClick={() => store.set(view.selectedRowIdsAtom, new Set<string>())} />
    </div>
  )
}
