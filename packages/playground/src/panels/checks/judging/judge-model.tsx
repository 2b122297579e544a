import { useText } from '../../../messages/use-text.ts'
import { useUnusableWords } from '../../../messages/use-unusable-words.ts'
import { useModel, useModels } from '../../../queries/use-models.ts'
import { TextButton } from '../../../ui/text-button.tsx'
import { ModelChoice } from '../../model-config/model-choice.tsx'
import css from '../checks.module.css'

export interface JudgeModelProps {
  /** Undefined is the service's own choice. */
  readonly model: string | undefined
  readonly onChange: (model: string | undefined) => void
}

/** Who judges: a model of the list, any name, or the one that the service begins with. */
export function JudgeModel({ model, onChange }: JudgeModelProps) {
  const say = useText('checks')
  const unusableWords = useUnusableWords()
  const { data } = useModels()
  const usual = data?.defaultModelId ?? ''
  const known = useModel(model ?? usual)
  const name = model ?? usual
  return (
    <div className={css.amount}>
      <span aria-hidden="true">{say('judgeModel')}</span>
      <span className={css.judgeModel}>
        <ModelChoice
          title={say('judgeModel')}
          label={say('judgeModelIs', { model: name })}
          closeLabel={say('close')}
          model={name}
          onChoose={onChange}
        />
        {model !== undefined && <TextButton onClick={() => onChange(undefined)}>{say('judgeUsual')}</TextButton>}
      </span>
      {known !== null && !known.usable && (
        <p className={css.error} title={known.unusableReason}>
          <bdi>{unusableWords(known)}</bdi>
        </p>
      )}
    </div>
  )
}
