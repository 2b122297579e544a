import { ArrowDown, ArrowUp, Ellipsis, Paperclip, Plus, Scissors, Trash2 } from 'lucide-react'
import { useText } from '../../messages/use-text.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import { useUndoToast } from '../frame/use-undo-toast.ts'
import { cutFrom, type History, shifted, withoutMessage } from './history-edit.ts'

export interface MessageActionsProps {
  readonly id: string
  readonly index: number
  readonly history: History
  readonly onInsert: (at: number) => void
  readonly onChange: (history: History) => void
  readonly onAttach: () => void
}

/** What can be done with a turn besides editing it. */
export function MessageActions({ id, index, history, onInsert, onChange, onAttach }: MessageActionsProps) {
  const say = useText('chat')
  const offerUndo = useUndoToast()
  const remove = (next: History) => {
    onChange(next)
    offerUndo(say('deleted'))
  }
  return (
    <Menu align="end" trigger={<IconButton size={24} icon={Ellipsis} label={say('actions', { number: index + 1 })} tooltip={false} />}>
      <MenuItem icon={Plus} onSelect={() => onInsert(index)}>
        {say('insertAbove')}
      </MenuItem>
      <MenuItem icon={Plus} onSelect={() => onInsert(index + 1)}>
        {say('insertBelow')}
      </MenuItem>
      <MenuItem icon={Paperclip} onSelect={onAttach}>
        {say('attach')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={ArrowUp} disabled={index === 0} onSelect={() => onChange(shifted(history, id, -1))}>
        {say('moveUp')}
      </MenuItem>
      <MenuItem icon={ArrowDown} disabled={index === history.length - 1} onSelect={() => onChange(shifted(history, id, 1))}>
        {say('moveDown')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={Trash2} danger onSelect={() => remove(withoutMessage(history, id))}>
        {say('delete')}
      </MenuItem>
      {index < history.length - 1 && (
        <MenuItem icon={Scissors} danger onSelect={() => remove(cutFrom(history, id))}>
          {say('deleteFrom')}
        </MenuItem>
      )}
    </Menu>
  )
}
