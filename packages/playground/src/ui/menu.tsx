import type { LucideIcon } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { menuParts } from './late-parts.ts'
import { usePopupTrigger } from './use-popup-trigger.ts'

export interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement
  readonly children: ReactNode
  readonly align?: 'start' | 'end'
  readonly side?: 'top' | 'bottom'
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
}

export function Menu({ trigger, children, align = 'start', side = 'bottom', open, onOpenChange }: MenuProps) {
  const popup = usePopupTrigger({ trigger, kind: 'menu', open, onOpenChange, preload: menuParts.load })
  const parts = menuParts.use()
  return (
    <>
      {popup.element}
      {popup.isDrawn && parts && (
        <parts.MenuPopup anchor={popup.anchor} open={popup.isOpen} onOpenChange={popup.setOpen} align={align} side={side}>
          {children}
        </parts.MenuPopup>
      )}
    </>
  )
}

export interface MenuItemProps {
  readonly children: ReactNode
  readonly icon?: LucideIcon
  /** What it comes to, at the end of the line: a count, a price. */
  readonly end?: ReactNode
  readonly keys?: string
  readonly danger?: boolean
  /** What it would do, in a sentence. */
  readonly title?: string | undefined
  readonly disabled?: boolean
  readonly onSelect: () => void
  readonly 'data-testid'?: string
}

export function MenuItem(props: MenuItemProps) {
  const parts = menuParts.use()
  return parts && <parts.MenuItem {...props} />
}

export interface MenuChoiceProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: ReactNode; readonly end?: ReactNode }[]
  readonly onChange: (value: Value) => void
}

/** One of several; the chosen one carries a check mark. */
export function MenuChoice<Value extends string>({ label, value, options, onChange }: MenuChoiceProps<Value>) {
  const choose = (next: string) => {
    const option = options.find((one) => one.value === next)
    if (option) onChange(option.value)
  }
  const parts = menuParts.use()
  return parts && <parts.MenuChoice label={label} value={value} options={options} onChange={choose} />
}

export function MenuSeparator() {
  const parts = menuParts.use()
  return parts && <parts.MenuSeparator />
}
