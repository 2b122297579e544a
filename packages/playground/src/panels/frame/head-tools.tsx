import { Code, Download, Ellipsis, type LucideIcon, Upload } from 'lucide-react'
import { type ComponentType, lazy, type LazyExoticComponent, Suspense, useState } from 'react'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { useFileDrop } from './use-file-drop.ts'

interface ToolDialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  /** The last file that was dropped on the playground. */
  readonly dropped?: File | null
}
interface Tool {
  /** Its test id, and the name of its text. */
  readonly id: 'import' | 'export' | 'code'
  readonly icon: LucideIcon
  readonly Dialog: LazyExoticComponent<ComponentType<ToolDialogProps>>
}

/** Ways in and out of the playground; a new one is an entry here. What they open is loaded when it first opens. */
const TOOLS: readonly Tool[] = [
  { id: 'import', icon: Upload, Dialog: lazy(async () => ({ default: (await import('../exchange/import-dialog.tsx')).ImportDialog })) },
  { id: 'export', icon: Download, Dialog: lazy(async () => ({ default: (await import('../exchange/export-dialog.tsx')).ExportDialog })) },
  { id: 'code', icon: Code, Dialog: lazy(async () => ({ default: (await import('../code/code-dialog.tsx')).CodeDialog })) },
]

/** The tools as buttons, or behind one where there is little room. */
export function HeadTools({ isNarrow }: { readonly isNarrow: boolean }) {
  const say = useText('frame')
  const [open, setOpen] = useState<Tool['id'] | null>(null)
  const [opened, setOpened] = useState<readonly Tool['id'][]>([])
  const show = (id: Tool['id']) => {
    setOpen(id)
    if (!opened.includes(id)) setOpened([...opened, id])
  }
  const { root } = usePlayground()
  const [dropped, setDropped] = useState<File | null>(null)
  const close = () => {
    setOpen(null)
    setDropped(null)
  }
  useFileDrop(root, (file) => {
    setDropped(file)
    show('import')
  })
  return (
    <>
      {isNarrow ? (
        <Menu align="end" trigger={<IconButton icon={Ellipsis} label={say('more')} />}>
          {TOOLS.map(({ id, icon }) => (
            <MenuItem key={id} icon={icon} data-testid={id} onSelect={() => show(id)}>
              {say(id)}
            </MenuItem>
          ))}
        </Menu>
      ) : (
        TOOLS.map(({ id, icon }) => (
          <Button key={id} kind="quiet" icon={icon} data-testid={id} onClick={() => show(id)}>
            {say(id)}
          </Button>
        ))
      )}
      {TOOLS.filter(({ id }) => opened.includes(id)).map(({ id, Dialog }) => (
        <Suspense key={id}>
          <Dialog open={open === id} dropped={dropped} onOpenChange={(isOpen) => isOpen || close()} />
        </Suspense>
      ))}
    </>
  )
}
