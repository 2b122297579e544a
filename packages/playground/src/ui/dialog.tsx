import { type ReactNode, useEffect } from 'react'
import { dialogParts } from './late-parts.ts'

export interface DialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  /** It has closed and faded; the focus is on its way back. */
  readonly onClosed?: () => void
  readonly title: string
  readonly closeLabel: string
  readonly children: ReactNode
  /** Buttons, at the end of the last line. */
  readonly actions?: ReactNode
  /** `sheet` rises from the bottom edge, for narrow frames; `top` stands where it begins, however much it holds, and is there at once. */
  readonly form?: 'centre' | 'sheet' | 'top'
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
