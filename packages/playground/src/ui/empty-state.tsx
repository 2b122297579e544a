import type { ReactNode } from 'react'
import css from './empty-state.module.css'

/** A place with nothing in it: what would be here, and the one action that puts it here. */
export function EmptyState({ children, action }: { readonly children: ReactNode; readonly action?: ReactNode }) {
  return (
    <div className={css.empty}>
      <p>{children}</p>
      {action}
    </div>
  )
}
