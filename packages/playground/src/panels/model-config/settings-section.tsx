import { type ReactNode, useId, useState } from 'react'
import { OpenMark } from '../../ui/open-mark.tsx'
import css from './settings.module.css'

export interface SettingsSectionProps {
  readonly title: string
  /** What is set in it, in a few words; stands in the closed line. */
  readonly summary: string
  /** Something in it is wrong: it opens by itself. */
  readonly demands?: boolean
  readonly children: ReactNode
}

/** A line that opens. */
export function SettingsSection({ title, summary, demands = false, children }: SettingsSectionProps) {
  const id = useId()
  const [wanted, setOpen] = useState(false)
  const open = wanted || demands
  return (
    <div className={css.more}>
      <button type="button" className={css.opener} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        <OpenMark isOpen={open} />
        <span className={css.title}>{title}</span>
        {!open && <span className={css.summary}>{summary}</span>}
      </button>
      <div id={id} hidden={!open} className={css.inside}>
        {open && children}
      </div>
    </div>
  )
}
