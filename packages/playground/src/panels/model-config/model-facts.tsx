import type { Model } from '@vitrine/contracts'
import { useLocale, useText } from '../../messages/use-text.ts'
import { useFormats } from '../../ui/format/use-formats.ts'
import css from './model-picker.module.css'
import { perMillionText } from './price-text.ts'

/** Price and context in one line; what is not known is a dash. Null for a model the catalogue does not know. */
export function ModelFacts({ model }: { readonly model: Model | null }) {
  const say = useText('modelConfig')
  const locale = useLocale()
  const formats = useFormats()
  const input = perMillionText(model?.price?.inputUsd, locale)
  const output = perMillionText(model?.price?.outputUsd, locale)
  return (
    <span className={css.facts}>
      <bdi title={say('perMillionWhy')}>{say('perMillion', { input, output })}</bdi>
      <bdi title={say('contextWhy')}>{say('context', { tokens: formats.context(model?.contextTokens ?? null) })}</bdi>
    </span>
  )
}
