import type { AvailableModel } from '@vitrine/contracts'
import { ChevronDown } from 'lucide-react'
import type { ComponentPropsWithRef } from 'react'
import { useText } from '../../messages/use-text.ts'
import { Icon } from '../../ui/icon.tsx'
import { ModelFacts } from './model-facts.tsx'
import css from './model-picker.module.css'
import { providerMark } from './provider-name.ts'

export interface ModelChipProps extends ComponentPropsWithRef<'button'> {
  /** As the prompt has it. */
  readonly name: string
  readonly model: AvailableModel | null
}

/** The chosen model with its price and context, as the button that opens the list. */
export function ModelChip({ name, model, ...rest }: ModelChipProps) {
  const say = useText('modelConfig')
  return (
    <button type="button" {...rest} className={css.chip} data-testid="model" data-model={name}>
      <span className="vitrine-unseen">{say('model')}</span>
      <span className={css.mark} aria-hidden="true">
        {providerMark(model?.id ?? name)}
      </span>
      <span className={css.words}>
        <bdi className={css.name}>{model?.name ?? name}</bdi>
        <ModelFacts model={model} />
      </span>
      <Icon of={ChevronDown} size={14} />
    </button>
  )
}
