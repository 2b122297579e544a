import css from './key-hint.module.css'
import { formatKeys } from './format-keys.ts'

/** A key combination in tinykeys' notation, `$mod+Enter`, as the reader's keyboard has it. */
export function KeyHint({ keys }: { readonly keys: string }) {
  return (
    <bdi dir="ltr" className={css.hint}>
      {formatKeys(keys, isApple())}
    </bdi>
  )
}

const isApple = (): boolean => typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)
