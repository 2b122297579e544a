import { useText } from '../../messages/use-text.ts'
import { useTokenCount } from '../../tokens/use-token-count.ts'
import { useFormats } from '../../ui/format/use-formats.ts'
import css from './prompt-editor.module.css'

/** How many tokens a text comes to: the model's own count where there is one, else an estimate that is drawn as one. */
export function TokenEstimate({ text }: { readonly text: string }) {
  const say = useText('promptEditor')
  const formats = useFormats()
  const { tokens, isExact } = useTokenCount(text)
  const shown = formats.integer(tokens)
  return (
    <span className={css.tokens} title={say(isExact ? 'tokensCounted' : 'tokensWhy', { tokens: shown })}>
      {isExact ? '' : '≈ '}
      {say('tokens', { tokens: shown })}
    </span>
  )
}
