import { Menu as Base } from '@base-ui/react/menu'
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import { KeyHint } from './key-hint.tsx'
import type { MenuChoiceProps, MenuItemProps } from './menu.tsx'
import css from './menu.module.css'
import popup from './popup.module.css'
import { usePortalContainer } from './portal-container.tsx'
import { useFocusBack } from './use-focus-back.ts'

export interface MenuPopupProps {
  readonly anchor: HTMLElement | null
  readonly open: boolean
  readonly onOpenChange: (open: boolean, pressedOutsideAtMs: number) => void
  readonly align: 'start' | 'end'
  readonly side: 'top' | 'bottom'
  readonly children: ReactNode
}

/** Loaded when a menu is first reached for. */
export function MenuPopup({ anchor, open, onOpenChange, align, side, children }: MenuPopupProps) {
  const container = usePortalContainer()
  const { element, finalFocus } = useFocusBack(open, anchor)
  return (
    <Base.Root
      modal={false}
      open={open}
      onOpenChange={(next, { reason, event }) =>
        onOpenChange(next, reason === 'outside-press' ? event.timeStamp : Number.NEGATIVE_INFINITY)
      }
    >
      <Base.Portal container={container}>
        <Base.Positioner anchor={anchor} side={side} align={align} sideOffset={4} positionMethod="fixed" className={popup.positioner}>
          <Base.Popup ref={element} finalFocus={finalFocus} className={classNames(popup.popup, css.menu)}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
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

export function MenuChoice({ label, value, options, onChange }: MenuChoiceProps<string>) {
  return (
    <Base.RadioGroup aria-label={label} value={value} onValueChange={(next: string) => onChange(next)}>
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
