import { useBodyLimit } from '../../../attachments/use-body-limit.ts'
import type { ImportPreview } from '../../../exchange/reader/import-preview.ts'
import { useLocale, useText } from '../../../messages/use-text.ts'
import { useFormats } from '../../../ui/format/use-formats.ts'
import { Notice } from '../../../ui/notice.tsx'
import { formatBytes } from '../../attachments/format-bytes.ts'

/** A case that would be refused when it is run: it can be imported all the same. */
export function TooLargeCase({ largest }: { readonly largest: NonNullable<ImportPreview['largestRow']> }) {
  const say = useText('exchangeImport')
  const locale = useLocale()
  const { integer } = useFormats()
  const limit = useBodyLimit()
  if (largest.bytes <= limit.bytes) return null
  const values = { number: integer(largest.number), size: formatBytes(largest.bytes, locale), limit: formatBytes(limit.bytes, locale) }
  return (
    <Notice tone="warning" code="body_too_large" title={say('caseTooLarge')}>
      {limit.isTold ? say('caseTooLargeHere', values) : say('caseTooLargeMore', values)}
    </Notice>
  )
}
