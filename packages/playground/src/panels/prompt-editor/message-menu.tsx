import { ArrowDown, ArrowUp, Copy, Ellipsis, Paperclip, Plus, Trash2 } from 'lucide-react'
import { useText } from '../../messages/use-text.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import type { MessageActions } from '../../commands/command.ts'

export interface MessageMenuProps {
  readonly id: string
  readonly index: number
  readonly count: number
  readonly actions: MessageActions
  readonly onAttach: () => void
}

export function MessageMenu({ id, index, count, actions, onAttach }: MessageMenuProps) {
  const say = useText('promptEditor')
  return (
    <Menu align="end" trigger={<IconButton size={24} icon={Ellipsis} label={say('actions', { number: index + 1 })} tooltip={false} />}>
      <MenuItem icon={Copy} keys="$mod+D" onSelect={() => actions.duplicate(id)}>
        {say('duplicate')}
      </MenuItem>
      <MenuItem icon={Plus} onSelect={() => actions.insert(index)}>
        {say('insertAbove')}
      </MenuItem>
      <MenuItem icon={Plus} onSelect={() => actions.insert(index + 1)}>
        {say('insertBelow')}
      </MenuItem>
      <MenuItem icon={Paperclip} onSelect={onAttach}>
        {say('attach')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={ArrowUp} keys="Alt+ArrowUp" disabled={index === 0} onSelect={() => actions.move(id, index - 1)}>
        {say('moveUp')}
      </MenuItem>
      <MenuItem icon={ArrowDown} keys="Alt+ArrowDown" disabled={index === count - 1} onSelect={() => actions.move(id, index + 1)}>
        {say('moveDown')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={Trash2} danger onSelect={() => actions.remove(id)}>
        {say('delete')}
      </MenuItem>
    </Menu>
  )
}
