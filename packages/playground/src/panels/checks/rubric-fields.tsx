import type { Check, CheckOf } from '../../checks/check.ts'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { NumberField } from '../../ui/number-field.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import css from './checks.module.css'
import { JudgeModel } from './judging/judge-model.tsx'
import { withJudge, withThreshold } from './edited-check.ts'

export interface RubricFieldsProps {
  readonly check: CheckOf<'rubric'>
  readonly onChange: (check: Check) => void
}

/** What an answer is judged by, who judges, and how high the score has to be. Typing asks nobody. */
export function RubricFields({ check, onChange }: RubricFieldsProps) {
  const say = useText('checks')
  const { service } = usePlayground().bindings
  const { rubric, model, threshold = null } = check
  return (
    <>
      <TextArea
        label={say('rubricField')}
        placeholder={say('rubricHint')}
        rows={Math.min(8, Math.max(3, rubric.split('\n').length))}
        value={rubric}
        onChange={(text) => onChange({ ...check, rubric: text })}
      />
      <p className={css.help}>{say('textHelp', { example: '{{variable}}' })}</p>
      {service !== undefined && <JudgeModel model={model} onChange={(next) => onChange(withJudge(check, next))} />}
      <label className={css.amount}>
        <span aria-hidden="true">{say('threshold')}</span>
        <NumberField
          label={say('threshold')}
          size={24}
          min={0}
          max={1}
          step={0.1}
          placeholder={say('thresholdNone')}
          value={threshold}
          onChange={(next) => onChange(withThreshold(check, next))}
        />
      </label>
      <p className={css.help}>{say('thresholdHelp')}</p>
    </>
  )
}
