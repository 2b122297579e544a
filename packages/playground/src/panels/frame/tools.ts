import { Code, Download, type LucideIcon, Share2, Upload } from 'lucide-react'
import type { ComponentType } from 'react'
import { lateDialog } from './late-dialog.tsx'

interface ToolDialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  /** What was dropped on the playground last. */
  readonly dropped?: readonly File[]
}
interface Tool {
  /** Its test id, and the name of its text. */
  readonly id: 'import' | 'export' | 'code' | 'share'
  readonly icon: LucideIcon
  readonly Dialog: ComponentType<ToolDialogProps>
}

/** Ways in and out of the playground; a new one is an entry here. What they open is loaded when it first opens. */
export const TOOLS: readonly Tool[] = [
  { id: 'import', icon: Upload, Dialog: lateDialog(async () => (await import('../exchange/import-dialog.tsx')).ImportDialog) },
  { id: 'export', icon: Download, Dialog: lateDialog(async () => (await import('../exchange/export-dialog.tsx')).ExportDialog) },
  { id: 'code', icon: Code, Dialog: lateDialog(async () => (await import('../code/code-dialog.tsx')).CodeDialog) },
  { id: 'share', icon: Share2, Dialog: lateDialog(async () => (await import('../share/share-dialog.tsx')).ShareDialog) },
]

/** What is open over the playground: a tool, or one of those that belong to the commands. */
export type OpenTool = Tool['id'] | 'palette' | 'settings' | 'keys' | 'generate' | 'keep-run'
