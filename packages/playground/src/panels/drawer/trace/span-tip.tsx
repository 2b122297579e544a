import { useText } from '../../../messages/use-text.ts'
import { useFormats } from '../../../ui/format/use-formats.ts'
import css from './trace.module.css'
import type { TraceRow } from './trace-rows.ts'

const AT_MOST = 6

/** A span in a few lines, on hover and focus. */
export function SpanTip({ row: { name, span, startMs, durationMs } }: { readonly row: TraceRow }) {
  const say = useText('drawer')
  const formats = useFormats()
  const attributes = Object.entries(span?.attributes ?? {}).slice(0, AT_MOST)
  return (
    <span className={css.tip}>
      <b>{say('bar', { name, start: formats.duration(startMs), duration: formats.duration(durationMs) })}</b>
      {span?.status.message !== undefined && <span>{span.status.message}</span>}
      {attributes.map(([key, value]) => (
        <span key={key} dir="ltr">
          {key}: {String(value)}
        </span>
      ))}
    </span>
  )
}
