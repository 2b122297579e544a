import type { ComponentProps, ReactNode } from 'react'
import css from './section.module.css'

export interface SectionProps extends Omit<ComponentProps<'section'>, 'className' | 'title'> {
  readonly title: string
  /** At the end of the line of the title. */
  readonly end: ReactNode
}

/** A section of the configuration, which its title names unless an `aria-label` says more. */
export function Section({ title, end, children, ...rest }: SectionProps) {
  return (
    <section aria-label={title} {...rest} className={css.section}>
      <div className={css.head}>
        <h2>{title}</h2>
        {end}
      </div>
      {children}
    </section>
  )
}
