import { ArrowDown, ArrowUp, Braces, Copy, Ellipsis, Hash, Paperclip, Plus, Scissors, Trash2 } from 'lucide-react'
import { useText } from '../../messages/use-text.ts'
import type { EnhancedMessage } from '../../state/prompt.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import { useCopyText } from '../../ui/use-copy-text.ts'
import { useUndoToast } from '../frame/use-undo-toast.ts'
import { cutFrom, cutUpTo, type History, shifted, withoutMessage } from './history-edit.ts'
import { type CopyForm, turnText } from './turn-text.ts'

export interface MessageActionsProps {
  readonly message: EnhancedMessage
  readonly index: number
  readonly history: History
  readonly onInsert: (at: number) => void
  readonly onChange: (history: History) => void
  readonly onAttach: () => void
}

const COPIES = [
  { form: 'text', icon: Copy, text: 'copyText' },
  { form: 'markdown', icon: Hash, text: 'copyMarkdown' },
  { form: 'json', icon: Braces, text: 'copyJson' },
] as const satisfies readonly { readonly form: CopyForm; readonly [name: string]: unknown }[]

/** What can be done with a turn besides editing it. */
export function MessageActions({ message, index, history, onInsert, onChange, onAttach }: MessageActionsProps) {
  const say = useText('chat')
  const sayMore = useText('conversation')
  const offerUndo = useUndoToast()
  const copy = useCopyText({ copied: sayMore('copied'), failed: sayMore('copyFailed') })
  const { id } = message
  const isLast = index === history.length - 1
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
      {COPIES.map(({ form, icon, text }) => (
        <MenuItem key={form} icon={icon} onSelect={() => copy(turnText(message, form))}>
          {sayMore(text)}
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem icon={ArrowUp} keys="Alt+ArrowUp" disabled={index === 0} onSelect={() => onChange(shifted(history, id, -1))}>
        {say('moveUp')}
      </MenuItem>
      <MenuItem icon={ArrowDown} keys="Alt+ArrowDown" disabled={isLast} onSelect={() => onChange(shifted(history, id, 1))}>
        {say('moveDown')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={Trash2} danger onSelect={() => remove(withoutMessage(history, id))}>
        {say('delete')}
      </MenuItem>
      {!isLast && (
        <MenuItem icon={Scissors} danger onSelect={() => remove(cutFrom(history, id))}>
          {say('deleteFrom')}
        </MenuItem>
      )}
      {index > 0 && (
        <MenuItem icon={Scissors} danger onSelect={() => remove(cutUpTo(history, id))}>
          {sayMore('deleteUpTo')}
        </MenuItem>
      )}
    </Menu>
  )
}
