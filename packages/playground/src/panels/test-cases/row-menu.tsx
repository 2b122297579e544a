import { ArrowUp, CircleCheck, CircleDashed, CircleSlash, Copy, ListPlus, MoveDown, MoveUp, Play, Trash2 } from 'lucide-react'
import type { ReactElement } from 'react'
import { useText } from '../../messages/use-text.ts'
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import type { RowActions } from './use-row-actions.ts'

export interface RowMenuProps {
  readonly rowId: string
  readonly index: number
  readonly count: number
  readonly isDisabled: boolean
  readonly actions: RowActions
  readonly trigger: ReactElement
  readonly align?: 'start' | 'end'
}

export function RowMenu({ rowId, index, count, isDisabled, actions, trigger, align = 'start' }: RowMenuProps) {
  const say = useText('cases')
  return (
    <Menu trigger={trigger} align={align}>
      <MenuItem icon={Play} keys="$mod+Shift+Enter" disabled={isDisabled} onSelect={() => actions.run(rowId)}>
        {say('runRow')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={Copy} keys="$mod+d" onSelect={() => actions.duplicate([rowId])}>
        {say('duplicate')}
      </MenuItem>
      <MenuItem icon={ArrowUp} onSelect={() => actions.insert(rowId, false)}>
        {say('insertAbove')}
      </MenuItem>
      <MenuItem icon={ListPlus} onSelect={() => actions.insert(rowId, true)}>
        {say('insertBelow')}
      </MenuItem>
      <MenuItem icon={MoveUp} keys="Alt+ArrowUp" disabled={index === 0} onSelect={() => actions.move([rowId], -1)}>
        {say('moveUp')}
      </MenuItem>
      <MenuItem icon={MoveDown} keys="Alt+ArrowDown" disabled={index >= count - 1} onSelect={() => actions.move([rowId], 1)}>
        {say('moveDown')}
      </MenuItem>
      <MenuItem icon={CircleCheck} onSelect={() => actions.expect(rowId)}>
        {say('setExpected')}
      </MenuItem>
      <MenuItem icon={isDisabled ? CircleDashed : CircleSlash} keys="$mod+/" onSelect={() => actions.disable([rowId])}>
        {say(isDisabled ? 'enable' : 'disable')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={Trash2} danger onSelect={() => actions.remove([rowId])}>
        {say('remove')}
      </MenuItem>
    </Menu>
  )
}
