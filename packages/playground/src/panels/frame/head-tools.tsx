import { useAtom } from 'jotai'
import { Command, Ellipsis, Settings2 } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import { type OpenTool, TOOLS } from './tools.ts'
import { useFileDrop } from './use-file-drop.ts'

/** The tools as buttons, or behind one where there is little room. */
export function HeadTools({ isNarrow }: { readonly isNarrow: boolean }) {
  const say = useText('frame')
  const { root, toolAtom, commander } = usePlayground()
  const [open, setOpen] = useAtom(toolAtom)
  /** What was open once stays, so that it can fade. */
  const [opened, setOpened] = useState<readonly OpenTool[]>([])
  if (open !== null && !opened.includes(open)) setOpened([...opened, open])
  const [dropped, setDropped] = useState<readonly File[]>([])
  const close = () => {
    setOpen(null)
    setDropped([])
  }
  useFileDrop(root, (files) => {
    setDropped(files)
    setOpen('import')
  })
  return (
    <>
      {isNarrow ? (
        <Menu align="end" trigger={<IconButton icon={Ellipsis} label={say('more')} />}>
          {TOOLS.map(({ id, icon }) => (
            <MenuItem key={id} icon={icon} data-testid={id} onSelect={() => setOpen(id)}>
              {say(id)}
            </MenuItem>
          ))}
          <MenuSeparator />
          <MenuItem icon={Command} data-testid="palette" onSelect={() => commander.give('palette')}>
            {say('commands')}
          </MenuItem>
          <MenuItem icon={Settings2} data-testid="settings" onSelect={() => commander.give('settings')}>
            {say('settings')}
          </MenuItem>
        </Menu>
      ) : (
        <>
          {TOOLS.map(({ id, icon }) => (
            <Button key={id} kind="quiet" icon={icon} data-testid={id} onClick={() => setOpen(id)}>
              {say(id)}
            </Button>
          ))}
          <IconButton icon={Command} label={say('commands')} data-testid="palette" onClick={() => commander.give('palette')} />
          <IconButton icon={Settings2} label={say('settings')} data-testid="settings" onClick={() => commander.give('settings')} />
        </>
      )}
      {TOOLS.filter(({ id }) => opened.includes(id)).map(({ id, Dialog }) => (
        <Dialog key={id} open={open === id} dropped={dropped} onOpenChange={(isOpen) => isOpen || close()} />
      ))}
    </>
  )
}
