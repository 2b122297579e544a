import { useText } from '../../../messages/use-text.ts'
import { Chip } from '../../../ui/chip.tsx'
import box from '../drawer.module.css'
import css from './wire.module.css'

export interface ExchangeLineProps {
  readonly method: string
  readonly url: string
  /** Null where no status line was received. */
  readonly status: number | null
}

/** Method, address and status. */
export function ExchangeLine({ method, url, status }: ExchangeLineProps) {
  const say = useText('drawer')
  return (
    <div className={box.line}>
      <bdi className={css.url} dir="ltr">
        {method} {url}
      </bdi>
      {status === null ? <Chip tone="warn">{say('noResponse')}</Chip> : <Chip tone={status < 400 ? 'pass' : 'fail'}>{status}</Chip>}
    </div>
  )
}
