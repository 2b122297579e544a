import { type DragEvent, useState } from 'react'
import type { ColumnRole, RecognisedColumn } from '../../../exchange/import/recognition.ts'
import { useText } from '../../../messages/use-text.ts'
import { useFormats } from '../../../ui/format/use-formats.ts'
import css from './buckets.module.css'
import { BUCKETS, type Bucket, bucketOf } from './column-bucket.ts'
import { draggedColumn, isColumnDrag } from './dragged-column.ts'
import { ColumnName } from './column-name.tsx'

/** Names that a bucket shows; the list below has them all. */
const SHOWN = 4
const TITLES = { variable: 'bucketVariable', expected: 'bucketExpected', metadata: 'bucketMetadata', ignore: 'bucketIgnore' } as const

export interface BucketsProps {
  readonly columns: readonly RecognisedColumn[]
  readonly roles: readonly ColumnRole[]
  readonly onDrop: (index: number, bucket: Bucket) => void
}

/** What columns become, to be dragged from one to another; the list below says the same with selects. */
export function Buckets({ columns, roles, onDrop }: BucketsProps) {
  const say = useText('exchangeImport')
  const { integer } = useFormats()
  const [over, setOver] = useState<Bucket | null>(null)
  const take = (event: DragEvent, bucket: Bucket) => {
    setOver(null)
    const index = draggedColumn(event.dataTransfer)
    if (index === null) return
    event.preventDefault()
    event.stopPropagation()
    onDrop(index, bucket)
  }
  return (
    <ul className={css.buckets} aria-label={say('buckets')} data-testid="import-buckets">
      {BUCKETS.map((bucket) => {
        const held = columns.map((column, index) => ({ column, index })).filter(({ index }) => bucketOf(roles[index] ?? IGNORED) === bucket)
        return (
          <li
            key={bucket}
            className={css.bucket}
            data-bucket={bucket}
            data-over={over === bucket || undefined}
            onDragOver={(event) => {
              if (!isColumnDrag(event.dataTransfer)) return
              event.preventDefault()
              event.stopPropagation()
              setOver(bucket)
            }}
            onDragLeave={() => setOver(null)}
            onDrop={(event) => take(event, bucket)}
          >
            <span className={css.head}>
              <span>{say(TITLES[bucket])}</span> <span className={css.count}>{integer(held.length)}</span>
            </span>
            <span className={css.names}>
              {held.slice(0, SHOWN).map(({ column, index }) => (
                <ColumnName key={index} index={index} name={column.name} form="chip" />
              ))}
              {held.length > SHOWN && <span className={css.more}>{say('bucketMore', { count: held.length - SHOWN })}</span>}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

const IGNORED: ColumnRole = { kind: 'ignore' }
