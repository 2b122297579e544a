import { useAtomValue } from 'jotai'
import { bodyLimitOf } from '../../attachments/body-limit.ts'
import { USUAL_BODY_BYTES } from '../../attachments/limits.ts'
import { useLocale, useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { Notice } from '../../ui/notice.tsx'
import { formatBytes } from './format-bytes.ts'

/** What attachments come to, where the service takes less: by its own word, or else as much as services usually take. */
export function TooLarge({ bytes }: { readonly bytes: number }) {
  const say = useText('attachments')
  const locale = useLocale()
  const told = bodyLimitOf(useAtomValue(usePlayground().bindings.schemaAtom))
  const most = told ?? USUAL_BODY_BYTES
  if (bytes <= most) return null
  const sizes = { size: formatBytes(bytes, locale), limit: formatBytes(most, locale) }
  return (
    <Notice tone="warning" code="body_too_large" title={told === null ? say('tooLarge') : say('tooLargeHere')}>
      {told === null ? say('tooLargeMore', sizes) : say('tooLargeHereMore', sizes)}
    </Notice>
  )
}
