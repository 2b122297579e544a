import { useId } from 'react'
import { MAX_GENERATED } from '../../generate/generation.ts'
import { useText } from '../../messages/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { useFormats } from '../../ui/format/use-formats.ts'
import { Notice } from '../../ui/notice.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { ModelChoice } from '../model-config/model-choice.tsx'
import { ModelFacts } from '../model-config/model-facts.tsx'
import { Came } from './came.tsx'
import { Examples } from './examples.tsx'
import css from './generate.module.css'
import type { AskPhase } from './use-generate.ts'
import type { GenerateFormControl } from './use-generate-form.ts'

const SUGGESTIONS = [
  ['typical', 'typicalText'],
  ['edge', 'edgeText'],
  ['hostile', 'hostileText'],
  ['languages', 'languagesText'],
] as const

/** How many cases of what kind, from whom, after which examples; what that costs, and what came of it. */
export function AskForm({ form, phase }: { readonly form: GenerateFormControl; readonly phase: AskPhase }) {
  const say = useText('generate')
  const sayFrame = useText('frame')
  const id = useId()
  const { generation, model, facts, skipped, change } = form
  const { kind, withExpected, count } = generation
  return (
    <>
      <div className={css.line}>
        <span className={css.field}>
          <span aria-hidden="true">{say('count')}</span>
          <NumberField
            label={say('count')}
            value={count}
            min={1}
            max={MAX_GENERATED}
            integer
            blankable={false}
            onChange={(next) => next !== null && change({ count: next })}
          />
        </span>
        <span className={css.field}>
          <span aria-hidden="true">{say('model')}</span>
          <ModelChoice
            title={say('model')}
            label={say('modelIs', { model })}
            closeLabel={sayFrame('close')}
            model={model}
            size={28}
            align="start"
            onChoose={(next) => change({ model: next })}
          />
          <ModelFacts model={facts} />
        </span>
      </div>
      <div className={css.kind}>
        <span aria-hidden="true">{say('kind')}</span>
        <TextArea
          label={say('kind')}
          rows={2}
          placeholder={say('kindPlaceholder')}
          value={kind}
          onChange={(next) => change({ kind: next })}
        />
        <span className={css.suggestions}>
          {SUGGESTIONS.map(([word, text]) => (
            <Button
              key={word}
              size={24}
              aria-pressed={kind === say(text)}
              className={css.suggestion}
              onClick={() => change({ kind: say(text) })}
            >
              {say(word)}
            </Button>
          ))}
        </span>
      </div>
      <div>
        <Checkbox label={say('withExpected')} checked={withExpected} onChange={(next) => change({ withExpected: next })} />
        {withExpected && (
          <p id={id} className={css.small}>
            {say('withExpectedWhy')}
          </p>
        )}
      </div>
      <Examples form={form} />
      {skipped.length > 0 && (
        <Notice tone="info" code="skipped-columns" title={say('skipped', { count: skipped.length, names: skipped.join(', ') })} />
      )}
      {generation.columns.length === 0 ? <Notice tone="info" code="no-variables" title={say('noVariables')} /> : <Estimate form={form} />}
      <Came phase={phase} model={model} />
    </>
  )
}

function Estimate({ form: { estimate, model, facts } }: { readonly form: GenerateFormControl }) {
  const say = useText('generate')
  const formats = useFormats()
  const tokens = formats.tokens(estimate.inputTokens)
  const out = formats.tokens(estimate.outputTokens)
  const { lowUsd, highUsd } = estimate
  return (
    <p className={css.small} data-testid="generate-estimate">
      {lowUsd === null
        ? say('estimateUnknown', { tokens, out, model })
        : say('estimate', { tokens, out, range: formats.moneyRange(lowUsd, highUsd) })}
      {facts?.price?.source === 'demo' && ` ${say('demoPrices')}`}
    </p>
  )
}
