import { useAtomValue, useSetAtom } from 'jotai'
import { Clipboard, Plus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { Button } from '../../ui/button.tsx'
import { TextButton } from '../../ui/text-button.tsx'
import { useMode } from '../frame/use-mode.ts'
import css from './grid-foot.module.css'
import { parseTable } from './table-text.ts'
import { useAddVariable } from './use-add-variable.ts'
import { useRowActions } from './use-row-actions.ts'

const PasteDialog = lazy(async () => ({ default: (await import('./paste-dialog.tsx')).PasteDialog }))

/** Under the grid: more cases, and what the grid does not show. */
export function GridFoot() {
  const say = useText('cases')
  const { state } = usePlayground()
  const actions = useRowActions()
  const setCursor = useSetAtom(state.view.cursorAtom)
  const firstColumn = useAtomValue(state.rows.columnsAtom)[0]?.id
  const [isPasting, setPasting] = useState(false)
  /** The clipboard where it may be read, else a field to paste into. */
  const paste = async () => {
    const text = await readClipboard()
    const table = text === null ? [] : parseTable(text)
    if (table.length === 0) setPasting(true)
    else actions.paste({ rowId: null, column: null }, table)
  }
  return (
    <footer className={css.foot}>
      <Button
        kind="quiet"
        size={24}
        icon={Plus}
        data-testid="add-case"
        aria-label={say('addCaseLabel')}
        onClick={() => {
          const rowId = actions.add()
          if (rowId !== undefined) setCursor({ rowId, column: firstColumn ?? '#' })
        }}
      >
        {say('addCase')}
      </Button>
      <Button kind="quiet" size={24} icon={Clipboard} data-testid="paste-cases" aria-label={say('pasteLabel')} onClick={() => void paste()}>
        {say('paste')}
      </Button>
      <Notes />
      {isPasting && (
        <Suspense>
          <PasteDialog open onOpenChange={setPasting} actions={actions} />
        </Suspense>
      )}
    </footer>
  )
}

function Notes() {
  const say = useText('cases')
  const { state } = usePlayground()
  const mode = useMode(state)
  const columns = useAtomValue(state.rows.columnsAtom)
  const cases = useAtomValue(state.rows.idsAtom).length
  const hidden = useAtomValue(state.rows.hiddenColumnsAtom)
  const selected = useAtomValue(state.view.selectedRowIdsAtom)
  const select = useSetAtom(state.view.selectedRowIdsAtom)
  const actions = useRowActions()
  const addVariable = useAddVariable()
  return (
    <span className={css.notes}>
      {selected.size > 0 && (
        <>
          <span>{say('selected', { count: selected.size })}</span>
          <TextButton onClick={() => actions.duplicate([...selected])}>{say('duplicate')}</TextButton>
          <TextButton onClick={() => actions.remove([...selected])}>{say('remove')}</TextButton>
          <TextButton onClick={() => select(new Set<string>())}>{say('clearSelection')}</TextButton>
        </>
      )}
      {hidden.length > 0 && <bdi>{say('hidden', { count: hidden.length, names: hidden.map(({ name }) => name).join(', ') })}</bdi>}
      {columns.length === 0 && cases > 0 && mode === 'completion' && (
        <>
          <span>{cases === 1 ? say('noVariables') : say('noVariablesMany', { count: cases })}</span>
          <TextButton onClick={addVariable}>{say('addVariable')}</TextButton>
        </>
      )}
    </span>
  )
}

/** Null where the browser or the reader does not allow it. */
async function readClipboard(): Promise<string | null> {
  try {
    return await navigator.clipboard.readText()
  } catch {
    return null
  }
}
