import { useText } from '../../../messages/use-text.ts'
import { useFormats } from '../../../ui/format/use-formats.ts'
import { classNames } from '../../../ui/class-names.ts'
import box from '../drawer.module.css'
import css from './trace.module.css'
import type { TraceRow } from './trace-rows.ts'

/** The same times as figures. */
export function TraceTable({ rows }: { readonly rows: readonly TraceRow[] }) {
  const say = useText('drawer')
  const formats = useFormats()
  return (
    <table className={classNames(box.table, css.table)} data-part="trace-table">
      <thead>
        <tr>
          <th scope="col">{say('name')}</th>
          <th scope="col">{say('starts')}</th>
          <th scope="col">{say('lasts')}</th>
          <th scope="col">{say('status')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, depth, startMs, durationMs, span }) => (
          <tr key={id}>
            <th scope="row" style={{ paddingInlineStart: `${depth * 16}px` }}>
              {name}
            </th>
            <td>{formats.duration(startMs)}</td>
            <td>{formats.duration(durationMs)}</td>
            <td>{span === null ? '' : say(span.status.code === 'OK' ? 'ok' : 'error')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
