import type { ReactNode } from 'react'
import css from './page.module.css'

interface ComparedTableProps {
  readonly title: string
  /** Over what the rows are called. */
  readonly head: string
  readonly names: readonly [string, string]
  /** The rows. */
  readonly children: ReactNode
}

/** Two runs side by side, under their names. */
export function ComparedTable({ title, head, names, children }: ComparedTableProps) {
  return (
    <div className={css['frame']} role="region" aria-label={title} tabIndex={0}>
      <table className={css['table']}>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col" dir="auto">
              {names[0]}
            </th>
            <th scope="col" dir="auto">
              {names[1]}
            </th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}
