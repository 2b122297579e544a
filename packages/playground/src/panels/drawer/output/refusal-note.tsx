import { useText } from '../../../messages/use-text.ts'
import { Notice } from '../../../ui/notice.tsx'

/** The words with which a model refused. */
export function RefusalNote({ text }: { readonly text: string }) {
  const say = useText('drawer')
  return (
    <Notice tone="warning" code="refusal" title={say('refusal')}>
      <bdi>{text}</bdi>
    </Notice>
  )
}
