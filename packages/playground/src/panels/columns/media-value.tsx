import { File, Globe, Image, TriangleAlert } from 'lucide-react'
import { useMemo } from 'react'
import { type MediaColumnType, columnValue } from '../../attachments/column-value.ts'
import { describeAttachment } from '../../attachments/describe-attachment.ts'
import { typeName } from '../../attachments/file-type.ts'
import { columns as texts } from '../../messages/en/columns.ts'
import { useLateTexts } from '../../messages/use-late-texts.ts'
import { useLocale, useText } from '../../messages/use-text.ts'
import { Icon } from '../../ui/icon.tsx'
import { formatBytes } from '../attachments/format-bytes.ts'
import css from './columns.module.css'

export interface MediaValueProps {
  readonly type: MediaColumnType
  readonly column: string
  readonly value: string
}

/** A picture or a file in a cell: how it looks, or what it is. What stands at an address is not fetched. */
export function MediaValue({ type, column, value }: MediaValueProps) {
  useLateTexts('columns', texts)
  const say = useText('columns')
  const locale = useLocale()
  const read = useMemo(() => columnValue(type, column, value), [type, column, value])
  const facts = useMemo(() => (read.ok ? describeAttachment(read.part) : null), [read])
  if (!read.ok || facts === null)
    return (
      <span className={css.chip} data-testid="media-value" data-fault={read.ok ? undefined : read.code}>
        <Icon of={TriangleAlert} size={14} />
        <span className={css.fault}>{read.ok ? '' : say(read.code)}</span>
      </span>
    )
  const { mediaType, bytes, size, address, pictureUrl } = facts
  const told = [
    mediaType === null ? say(type) : typeName(mediaType),
    bytes === null ? null : formatBytes(bytes, locale),
    size === null ? null : `${size.width} × ${size.height}`,
  ].filter((fact) => fact !== null)
  const called = address ?? told.join(', ')
  return (
    <span className={css.chip} data-testid="media-value">
      {pictureUrl === null ? (
        <Icon of={address === null ? (type === 'image' ? Image : File) : Globe} size={14} />
      ) : (
        <img className={css.thumb} src={pictureUrl} alt={say('preview', { name: called })} loading="lazy" decoding="async" />
      )}
      <span className={css.words}>
        {address !== null && (
          <bdi dir="ltr" className={css.name} title={address}>
            {address}
          </bdi>
        )}
        <span className={css.facts}>
          {told.map((fact) => (
            <bdi key={fact}>{fact}</bdi>
          ))}
        </span>
      </span>
    </span>
  )
}
