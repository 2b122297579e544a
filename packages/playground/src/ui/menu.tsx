import { Menu as Base } from '@base-ui/react/menu'
import { Check, type LucideIcon } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import { KeyHint } from './key-hint.tsx'
import css from './menu.module.css'
import popup from './popup.module.css'
import { usePortalContainer } from './portal-container.tsx'

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
  const container = usePortalContainer()
  return (
    <Base.Root modal={false} {...(open !== undefined && { open })} {...(onOpenChange && { onOpenChange })}>
      <Base.Trigger render={trigger} />
      <Base.Portal container={container}>
        <Base.Positioner side={side} align={align} sideOffset={4} positionMethod="fixed" className={popup.positioner}>
          <Base.Popup className={classNames(popup.popup, css.menu)}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

export interface MenuItemProps {
  readonly children: ReactNode
  readonly icon?: LucideIcon
  /** What it comes to, at the end of the line: a count, a price. */
  readonly end?: ReactNode
  readonly keys?: string
  readonly danger?: boolean
  readonly disabled?: boolean
  readonly onSelect: () => void
  readonly 'data-testid'?: string
}

export function MenuItem({ children, icon, end, keys, danger = false, disabled = false, onSelect, ...rest }: MenuItemProps) {
  return (
    <Base.Item {...rest} disabled={disabled} onClick={onSelect} className={classNames(css.item, danger && css.danger)}>
      {icon && <Icon of={icon} size={14} />}
      <span className={css.word}>{children}</span>
      {end !== undefined && <span className={css.end}>{end}</span>}
      {keys !== undefined && <KeyHint keys={keys} />}
    </Base.Item>
  )
}

export interface MenuChoiceProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: ReactNode; readonly end?: ReactNode }[]
  readonly onChange: (value: Value) => void
}

/** One of several; the chosen one carries a check mark. */
export function MenuChoice<Value extends string>({ label, value, options, onChange }: MenuChoiceProps<Value>) {
  return (
    <Base.RadioGroup aria-label={label} value={value} onValueChange={(next: Value) => onChange(next)}>
      {options.map((option) => (
        <Base.RadioItem key={option.value} value={option.value} closeOnClick className={css.item}>
          <span className={css.mark}>
            <Base.RadioItemIndicator>
              <Icon of={Check} size={14} />
            </Base.RadioItemIndicator>
          </span>
          <span className={css.word}>{option.label}</span>
          {option.end !== undefined && <span className={css.end}>{option.end}</span>}
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  )
}

export const MenuSeparator = () => <Base.Separator className={css.separator} />

export function MenuGroup({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Base.Group>
      <Base.GroupLabel className={css.label}>{label}</Base.GroupLabel>
      {children}
    </Base.Group>
  )
}
