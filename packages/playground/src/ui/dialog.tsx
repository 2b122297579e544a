import { type ReactNode, useEffect } from 'react'
import { dialogParts } from './late-parts.ts'

export interface DialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly title: string
  readonly closeLabel: string
  readonly children: ReactNode
  /** Buttons, at the end of the last line. */
  readonly actions?: ReactNode
  /** `sheet` rises from the bottom edge, for narrow frames. */
  readonly form?: 'centre' | 'sheet'
  readonly wide?: boolean
  /** What is inside brings a head and a way out of its own: the title is read aloud and not drawn. */
  readonly bare?: boolean
  readonly 'data-testid'?: string
}

/** A dialog over the whole page. Its code is loaded when it first opens. */
export function Dialog(props: DialogProps) {
  const parts = dialogParts.use()
  const { open } = props
  useEffect(() => {
    if (open) dialogParts.load()
  }, [open])
  return parts && <parts.DialogPopup {...props} />
}
