import type { ComponentProps } from 'react'
import css from './findings.module.css'

/** What was found in a text, under its field. */
export function Findings(props: Omit<ComponentProps<'div'>, 'className' | 'role'>) {
  return <div {...props} role="status" className={css.findings} />
}
