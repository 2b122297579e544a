import { Plus } from 'lucide-react'
import { useText } from '../../messages/use-text.ts'
import { useUnusableWords } from '../../messages/use-unusable-words.ts'
import { Icon } from '../../ui/icon.tsx'
import { CapabilityList } from './capability-list.tsx'
import type { ModelChoice } from './model-choices.ts'
import { ModelFacts } from './model-facts.tsx'
import css from './model-picker.module.css'

/** One line of the list: the facts of a model, and why it cannot be chosen. */
export function ModelRow({ choice }: { readonly choice: ModelChoice }) {
  const say = useText('modelConfig')
  const unusableWords = useUnusableWords()
  if (choice.kind === 'as-is')
    return (
      <span className={css.row}>
        <span className={css.asIs}>
          <Icon of={Plus} size={14} />
          <bdi>{say('asIs', { name: choice.name })}</bdi>
        </span>
        <span className={css.note}>{say('asIsNote')}</span>
      </span>
    )
  const { model } = choice
  return (
    <span className={css.row} data-model={model.id}>
      <span className={css.line}>
        <bdi className={css.name}>{model.name}</bdi>
        <ModelFacts model={model} />
      </span>
      <span className={css.line}>
        <CapabilityList capabilities={model.capabilities} form="icons" />
        <span className={css.date}>
          {model.price !== null && (model.price.source === 'demo' ? say('demoPrice') : say('priceDate', { date: model.price.date }))}
        </span>
      </span>
      {model.note !== undefined && <span className={css.note}>{model.note}</span>}
      {model.deprecated !== undefined && <span className={css.warning}>{say('withdrawn', { date: model.deprecated })}</span>}
      {!model.usable && (
        <span className={css.warning}>
          <bdi title={model.unusableReason}>{unusableWords(model)}</bdi>
        </span>
      )}
    </span>
  )
}
