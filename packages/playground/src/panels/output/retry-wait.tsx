import type { Cell } from '../../state/cell.ts'
import css from './output-body.module.css'

/** How much of the wait for the next try is over. */
export function RetryWait({ retry, nowMs }: { readonly retry: NonNullable<Cell['retry']>; readonly nowMs: number }) {
  const left = Math.max(0, retry.untilMs - nowMs)
  const share = retry.waitMs > 0 ? 1 - Math.min(1, left / retry.waitMs) : 1
  return (
    <div className={css.wait}>
      <i style={{ inlineSize: `${share * 100}%` }} />
    </div>
  )
}
