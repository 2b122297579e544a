import { useAtomValue, useStore } from 'jotai'
import { ArrowDownToLine, ChevronDown, Eraser, Eye, EyeOff, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { clearColumn, deleteColumn, hideColumn, showColumns } from '../../columns/column-actions.ts'
import { fillPlace, filledCells } from '../../columns/fill-down.ts'
import { columns as texts } from '../../messages/en/columns.ts'
import { useLateTexts } from '../../messages/use-late-texts.ts'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { COLUMN_TYPES, settingOf } from '../../state/column-setting.ts'
import { EXPECTED } from '../../state/expected-column.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import { useUndoToast } from '../frame/use-undo-toast.ts'
import { MoveItems } from './move-items.tsx'
import { RenameDialog } from './rename-dialog.tsx'

export interface ColumnMenuProps {
  readonly column: string
  /** As the head calls it. */
  readonly name: string
  readonly className?: string | undefined
}

/** What can be done with a column of values, or with what is expected. */
export function ColumnMenu({ column, name, className }: ColumnMenuProps) {
  useLateTexts('columns', texts)
  const say = useText('columns')
  const { state } = usePlayground()
  const { rows, prompt } = state
  const store = useStore()
  const offerUndo = useUndoToast()
  const [isRenaming, setRenaming] = useState(false)
  const setting = settingOf(useAtomValue(rows.settingsAtom), column)
  const isRead = useAtomValue(prompt.columnNamesAtom).includes(column)
  const hidden = useAtomValue(rows.hiddenColumnsAtom)
  const isValues = column !== EXPECTED
  const fill = () => {
    const place = fillPlace(state, column)
    if (place === null) return
    rows.setCells(filledCells(state, place))
    offerUndo(say('filled', { count: place.into.length }))
  }
  return (
    <>
      <Menu
        align="end"
        trigger={
          <IconButton
            size={24}
            iconSize={14}
            icon={ChevronDown}
            tooltip={false}
            tabIndex={-1}
            label={say('menu', { name })}
            data-testid="column-menu"
            data-column={column}
            className={className}
          />
        }
      >
        {isValues && (
          <>
            <MenuItem icon={Pencil} onSelect={() => setRenaming(true)}>
              {say('rename')}
            </MenuItem>
            <MenuSeparator />
            <MenuChoice
              label={say('type')}
              value={setting.type ?? 'text'}
              options={COLUMN_TYPES.map((type) => ({ value: type, label: say(type) }))}
              onChange={(type) => rows.setColumn({ ...setting, type })}
            />
            <MenuSeparator />
          </>
        )}
        {isValues && <MoveItems column={column} />}
        <FillItem column={column} onFill={fill} />
        <MenuItem
          icon={Eraser}
          onSelect={() => {
            clearColumn(state, column)
            offerUndo(say('cleared', { name }))
          }}
        >
          {say('clear')}
        </MenuItem>
        {isValues && (
          <MenuItem icon={EyeOff} onSelect={() => hideColumn(state, column)}>
            {say('hide')}
          </MenuItem>
        )}
        {hidden.length > 0 && (
          <MenuItem
            icon={Eye}
            onSelect={() =>
              showColumns(
                state,
                store.get(rows.hiddenColumnsAtom).map(({ id }) => id),
              )
            }
          >
            {say('showHidden', { count: hidden.length })}
          </MenuItem>
        )}
        {isValues && !isRead && (
          <>
            <MenuSeparator />
            <MenuItem
              icon={Trash2}
              danger
              onSelect={() => {
                deleteColumn(state, column)
                offerUndo(say('removed', { name }))
              }}
            >
              {say('remove')}
            </MenuItem>
          </>
        )}
      </Menu>
      {isRenaming && <RenameDialog column={column} onClose={() => setRenaming(false)} />}
    </>
  )
}

/** What it would fill is looked up when the menu is open, and not with every move of the cursor. */
function FillItem({ column, onFill }: { readonly column: string; readonly onFill: () => void }) {
  const say = useText('columns')
  const { state } = usePlayground()
  const place = fillPlace(state, column)
  return (
    <MenuItem icon={ArrowDownToLine} disabled={place === null} end={place?.into.length} onSelect={onFill}>
      {say('fillDown')}
    </MenuItem>
  )
}
