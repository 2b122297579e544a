import type { Tool } from '@vitrine/contracts'
import { ArrowDown, ArrowUp, CircleX, Copy, Ellipsis, Trash2 } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useText } from '../../../messages/use-text.ts'
import { Entry } from '../../../ui/entry.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../../ui/menu.tsx'
import { functionOf, isFunctionTool, toolName } from './function-tool.ts'
import css from './tools.module.css'

export interface ToolEntryProps {
  readonly tool: Tool
  /** It would be refused as it stands, or something typed into it cannot be used yet. */
  readonly isWrong: boolean
  readonly isMocked: boolean
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly isOpen: boolean
  readonly onToggle: () => void
  readonly onMove: (by: 1 | -1) => void
  readonly onDuplicate: () => void
  readonly onRemove: () => void
  readonly children: ReactNode
}

/** A tool in its list: what it is called and for, and its fields once it is opened. */
export function ToolEntry({
  tool,
  isWrong,
  isMocked,
  isFirst,
  isLast,
  isOpen,
  onToggle,
  onMove,
  onDuplicate,
  onRemove,
  children,
}: ToolEntryProps) {
  const say = useText('tools')
  const name = toolName(tool)
  const about = isFunctionTool(tool) ? (functionOf(tool).description ?? '') : ''
  const moveByKeys = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    const item = event.currentTarget.closest('li')
    const [by, place] = event.key === 'ArrowUp' ? ([-1, item?.previousElementSibling] as const) : ([1, item?.nextElementSibling] as const)
    onMove(by)
    // The tool is drawn in that place from now on, and whoever moves it wants to move it on.
    place?.querySelector('button')?.focus()
  }
  return (
    <Entry
      data-testid="tool"
      data-tool={name}
      isOpen={isOpen}
      onToggle={onToggle}
      onKeyDown={moveByKeys}
      line={
        <>
          <bdi className={css.name}>{name}</bdi>
          {isWrong && (
            <>
              <Icon of={CircleX} size={12} className={css.wrongMark} />
              <span className="vitrine-unseen">{say('faulty')}</span>
            </>
          )}
          <bdi className={css.about}>{about}</bdi>
          {isMocked && <span className={css.mocked}>{say('mocked')}</span>}
        </>
      }
      end={
        <Menu align="end" trigger={<IconButton size={24} icon={Ellipsis} label={say('actions', { name })} tooltip={false} />}>
          <MenuItem icon={Copy} onSelect={onDuplicate}>
            {say('duplicate')}
          </MenuItem>
          <MenuSeparator />
          <MenuItem icon={ArrowUp} keys="Alt+ArrowUp" disabled={isFirst} onSelect={() => onMove(-1)}>
            {say('moveUp')}
          </MenuItem>
          <MenuItem icon={ArrowDown} keys="Alt+ArrowDown" disabled={isLast} onSelect={() => onMove(1)}>
            {say('moveDown')}
          </MenuItem>
          <MenuSeparator />
          <MenuItem icon={Trash2} danger onSelect={onRemove}>
            {say('delete')}
          </MenuItem>
        </Menu>
      }
    >
      {children}
    </Entry>
  )
}
