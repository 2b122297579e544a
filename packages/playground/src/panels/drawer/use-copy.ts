import { useText } from '../../messages/use-text.ts'
import { useCopyText } from '../../ui/use-copy-text.ts'

/** Copies, in the words of the details. */
export function useCopy(): (text: string) => void {
  const say = useText('drawer')
  return useCopyText({ copied: say('copied'), failed: say('copyFailed') })
}
