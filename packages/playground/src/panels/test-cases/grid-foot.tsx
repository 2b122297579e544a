import { useAtomValue, useSetAtom } from 'jotai'
import { Clipboard, Plus, WandSparkles } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { Button } from '../../ui/button.tsx'
import { TextButton } from '../../ui/text-button.tsx'
import { useMode } from '../frame/use-mode.ts'
import css from './grid-foot.module.css'
import { parseTable } from './table-text.ts'
import { useAddVariable } from './use-add-variable.ts'
import { useRowActions } from './use-row-actions.ts'
import { latePart } from '../../ui/late-part.tsx'

const PasteDialog = latePart(async () => (await import('./paste-dialog.tsx')).PasteDialog)

const SelectionBar = latePart(async () => (await import('../columns/selection-bar.tsx')).SelectionBar)

/** Under the grid: more cases, and what the grid does not show. */
export function GridFoot() {
  const say = useText('cases')
  const { state, bindings, commander } = usePlayground()
  const actions = useRowActions()
  const setCursor = useSetAtom(state.view.cursorAtom)
  const firstColumn = useAtomValue(state.rows.columnsAtom)[0]?.id
  const hasSelection = useAtomValue(state.view.selectedRowIdsAtom).size > 0
  const [isPasting, setPasting] = useState(false)
  /** The clipboard where it may be read, else a field to paste into. */
  const paste = async () => {
    const text = await readClipboard()
    const table = text === null ? [] : parseTable(text)
    if (table.length === 0) setPasting(true)
    else actions.paste({ rowId: null, column: null }, table)
  }
  return (
    <>
      {hasSelection && <SelectionBar actions={actions} />}
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
        <Button
          kind="quiet"
          size={24}
          icon={Clipboard}
          data-testid="paste-cases"
          aria-label={say('pasteLabel')}
          onClick={() => void paste()}
        >
          {say('paste')}
        </Button>
        {bindings.service !== undefined && (
          <Button
            kind="quiet"
            size={24}
            icon={WandSparkles}
            data-testid="generate-cases"
            aria-label={say('generateLabel')}
            onClick={() => commander.give('generate-cases')}
          >
            {say('generate')}
          </Button>
        )}
        <Notes />
        {isPasting && <PasteDialog open onOpenChange={setPasting} actions={actions} />}
      </footer>
    </>
  )
}

function Notes() {
  const say = useText('cases')
  const { state } = usePlayground()
  const mode = useMode(state)
  const columns = useAtomValue(state.rows.columnsAtom)
  const cases = useAtomValue(state.rows.idsAtom).length
  const hidden = useAtomValue(state.rows.hiddenColumnsAtom)
  const read = useAtomValue(state.prompt.columnNamesAtom)
  const isUnread = hidden.every(({ id }) => !read.includes(id))
  const showAll = async () => {
    const { showColumns } = await import('../../columns/column-actions.ts')
    showColumns(
      state,
      hidden.map(({ id }) => id),
    )
  }
  const addVariable = useAddVariable()
  return (
    <span className={css.notes}>
      {hidden.length > 0 && (
        <>
          <bdi>{say(isUnread ? 'hidden' : 'hiddenByYou', { count: hidden.length, names: hidden.map(({ name }) => name).join(', ') })}</bdi>
          <TextButton onClick={() => void showAll()}>{say('showHidden')}</TextButton>
        </>
      )}
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
