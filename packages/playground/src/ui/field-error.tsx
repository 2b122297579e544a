import { CircleX } from 'lucide-react'
import type { ReactNode } from 'react'
import css from './field.module.css'
import { Icon } from './icon.tsx'

/** What is wrong with a field, under it. */
export function FieldError({ children, id }: { readonly children: ReactNode; readonly id?: string }) {
  return (
    <span className={css.error} id={id} role="alert">
      <Icon of={CircleX} size={14} />
      <span>{children}</span>
    </span>
  )
}
