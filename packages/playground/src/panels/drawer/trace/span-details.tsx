import type { SpanNode } from '@vitrine/contracts'
import { useText } from '../../../messages/use-text.ts'
import box from '../drawer.module.css'
import css from './trace.module.css'

/** All that the service tells of one span. */
export function SpanDetails({ span }: { readonly span: SpanNode }) {
  const say = useText('drawer')
  const attributes = Object.entries(span.attributes)
  return (
    <section className={css.details} aria-label={span.name} role="status">
      <h3 className={box.heading}>{span.name}</h3>
      <p className={box.small}>
        {say(span.status.code === 'OK' ? 'ok' : 'error')} · {span.kind} · <bdi>{span.span_id}</bdi>
        {span.status.message !== undefined && ` · ${span.status.message}`}
      </p>
      {attributes.length === 0 ? (
        <p className={box.small}>{say('noAttributes')}</p>
      ) : (
        <dl dir="ltr">
          {attributes.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{String(value)}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
