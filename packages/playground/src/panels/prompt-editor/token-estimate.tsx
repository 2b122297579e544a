import { useDeferredValue, useMemo } from 'react'
import { estimateTokenCount } from 'tokenx'
import { useText } from '../../messages/use-text.ts'
import { useFormats } from '../../ui/format/use-formats.ts'
import css from './prompt-editor.module.css'

/** About how many tokens a text comes to. An estimate, and drawn as one. */
export function TokenEstimate({ text }: { readonly text: string }) {
  const say = useText('promptEditor')
  const formats = useFormats()
  const settled = useDeferredValue(text)
  const tokens = useMemo(() => (settled === '' ? 0 : estimateTokenCount(settled)), [settled])
  const shown = formats.integer(tokens)
  return (
    <span className={css.tokens} title={say('tokensWhy', { tokens: shown })}>
      {tokens > 0 ? '≈ ' : ''}
      {say('tokens', { tokens: shown })}
    </span>
  )
}
