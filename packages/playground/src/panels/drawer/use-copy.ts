import { useText } from '../../messages/use-text.ts'
import { useToast } from '../../ui/toast.tsx'

/** Puts a text on the clipboard and says so, or that it may not. */
export function useCopy(): (text: string) => void {
  const say = useText('drawer')
  const toast = useToast()
  return (text) => {
    navigator.clipboard.writeText(text).then(
      () => toast.show(say('copied'), { name: 'copied' }),
      () => toast.show(say('copyFailed'), { name: 'copied' }),
    )
  }
}
