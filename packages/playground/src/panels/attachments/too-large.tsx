import { useBodyLimit } from '../../attachments/use-body-limit.ts'
import { useLocale, useText } from '../../messages/use-text.ts'
import { Notice } from '../../ui/notice.tsx'
import { formatBytes } from './format-bytes.ts'

/** What attachments come to, where the service takes less. */
export function TooLarge({ bytes }: { readonly bytes: number }) {
  const say = useText('attachments')
  const locale = useLocale()
  const limit = useBodyLimit()
  if (bytes <= limit.bytes) return null
  const sizes = { size: formatBytes(bytes, locale), limit: formatBytes(limit.bytes, locale) }
  return (
    <Notice tone="warning" code="body_too_large" title={limit.isTold ? say('tooLargeHere') : say('tooLarge')}>
      {limit.isTold ? say('tooLargeHereMore', sizes) : say('tooLargeMore', sizes)}
    </Notice>
  )
}
