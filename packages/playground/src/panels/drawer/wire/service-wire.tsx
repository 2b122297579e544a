import { useMemo } from 'react'
import { useText } from '../../../messages/use-text.ts'
import type { Cell } from '../../../state/cell.ts'
import { CodeView } from '../code-view.tsx'
import { CopyButton } from '../copy-button.tsx'
import box from '../drawer.module.css'
import css from './wire.module.css'

/** What this page and the service said to each other. */
export function ServiceWire({ cell: { request, response, failure } }: { readonly cell: Cell }) {
  const say = useText('drawer')
  const sent = useMemo(() => JSON.stringify(request?.body ?? null), [request])
  const answer = response ?? failure?.raw ?? null
  const received = useMemo(() => (answer === null ? null : JSON.stringify(answer)), [answer])
  return (
    <>
      <div className={box.line}>
        <bdi className={css.url} dir="ltr">
          POST {request?.url ?? ''}
        </bdi>
        <span className={box.small}>{say('tokenKept')}</span>
      </div>
      <div className={css.sides}>
        <section className={css.side} aria-label={say('serviceRequest')}>
          <div className={box.line}>
            <h3 className={box.heading}>{say('request')}</h3>
            <span className={box.grow} />
            <CopyButton text={sent} />
          </div>
          <div className={box.box}>
            <CodeView text={sent} label={say('serviceRequest')} />
          </div>
        </section>
        <section className={css.side} aria-label={say('serviceResponse')}>
          <div className={box.line}>
            <h3 className={box.heading}>{say('response')}</h3>
            <span className={box.grow} />
            {received !== null && <CopyButton text={received} />}
          </div>
          <div className={box.box}>
            {received === null ? (
              <p className={css.none}>{say('noServiceResponse')}</p>
            ) : (
              <CodeView text={received} label={say('serviceResponse')} />
            )}
          </div>
        </section>
      </div>
    </>
  )
}
