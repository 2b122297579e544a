import type { ReactNode } from 'react'
import box from '../drawer.module.css'
import css from './wire.module.css'

export interface ExchangeLineProps {
  readonly method: string
  readonly url: string
  /** What chooses whose exchange is shown. */
  readonly sides: ReactNode
  /** What became of it. */
  readonly children: ReactNode
}

/** Whose exchange it is, method and address, and what became of it. */
export function ExchangeLine({ method, url, sides, children }: ExchangeLineProps) {
  return (
    <div className={box.paneHead}>
      {sides}
      <bdi className={css.url} dir="ltr">
        {method} {url}
      </bdi>
      {children}
    </div>
  )
}
