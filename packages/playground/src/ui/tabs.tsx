import { Tabs as Base } from '@base-ui/react/tabs'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import css from './tabs.module.css'

export interface TabsProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly tabs: readonly {
    readonly value: Value
    readonly label: ReactNode
    readonly icon?: LucideIcon
    readonly badge?: ReactNode
  }[]
  /** At the end of the line of tabs. */
  readonly end?: ReactNode
  /** Of each tab; `data-tab` holds its value. */
  readonly tabTestId?: string
  readonly panelTestId?: string
  /** The panel of the chosen tab. */
  readonly children: ReactNode
}

export function Tabs<Value extends string>({ label, value, onChange, tabs, end, tabTestId, panelTestId, children }: TabsProps<Value>) {
  return (
    <Base.Root value={value} onValueChange={(next: Value) => onChange(next)} className={css.root}>
      <div className={css.bar}>
        <Base.List aria-label={label} className={css.list} activateOnFocus>
          {tabs.map((tab) => (
            <Base.Tab
              key={tab.value}
              value={tab.value}
              className={css.tab}
              data-tab={tab.value}
              {...(tabTestId !== undefined && { 'data-testid': tabTestId })}
            >
              {tab.icon && <Icon of={tab.icon} size={14} />}
              {tab.label}
              {tab.badge !== undefined && <span className={css.badge}>{tab.badge}</span>}
            </Base.Tab>
          ))}
        </Base.List>
        {end}
      </div>
      <Base.Panel value={value} className={css.panel} data-tab={value} {...(panelTestId !== undefined && { 'data-testid': panelTestId })}>
        {children}
      </Base.Panel>
    </Base.Root>
  )
}
