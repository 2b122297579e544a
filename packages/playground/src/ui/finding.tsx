import type { ReactNode } from 'react'
import css from './findings.module.css'

/** A thing that was found: a mistake, or a piece of advice about what holds all the same. */
export function Finding({ isWrong = true, children }: { readonly isWrong?: boolean; readonly children: ReactNode }) {
  return <p className={isWrong ? css.wrong : css.advice}>{children}</p>
}
