import type { ModelSettings } from '@vitrine/contracts'
import { useText } from '../../messages/use-text.ts'
import { NumberField } from '../../ui/number-field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import type { FieldNotes } from './field-notes.ts'
import type { Parameter } from './parameter-facts.ts'
import { ParameterLine } from './parameter-line.tsx'
import css from './settings.module.css'
import { settingsForMode, thinkingChoice } from './thinking-choice.ts'
import { useLockWords } from './use-lock-words.ts'
import type { SettingsPatch } from './with-settings.ts'

export interface ThinkingParameterProps {
  readonly thinking: Parameter | undefined
  readonly effort: Parameter | undefined
  readonly settings: ModelSettings
  readonly onChange: (patch: SettingsPatch) => void
  readonly notes: FieldNotes
}

/** Whether and how long a model thinks before it answers, in the one of two ways that it takes. */
export function ThinkingParameter({ thinking, effort, settings, onChange, notes }: ThinkingParameterProps) {
  const say = useText('modelConfig')
  const lockWords = useLockWords()
  const facts = { thinking: thinking?.fact, effort: effort?.fact }
  const choice = thinkingChoice(facts, settings)
  const lock = (thinking?.lock ?? null) === null ? null : (effort?.lock ?? thinking?.lock ?? null)
  const isLocked = lock !== null || (thinking === undefined && effort !== undefined && effort.lock !== null)
  const why = isLocked ? lockWords(lock ?? effort?.lock ?? '', null) : whyNot(choice.modes.includes('off'), facts, say)
  const isSet = settings.thinking !== undefined || settings.reasoningEffort !== undefined
  const wrong = [notes.get('thinking'), notes.get('reasoningEffort')]
    .filter((message) => message !== undefined)
    .map((message) => say('refusedBy', { message }))
  return (
    <ParameterLine
      label={say('thinkingLabel')}
      why={why}
      wrong={wrong}
      onReset={isSet ? () => onChange({ thinking: undefined, reasoningEffort: undefined }) : undefined}
    >
      {(describedBy) => (
        <div className={css.thinking}>
          <Segmented
            label={say('thinkingLabel')}
            size={24}
            value={choice.mode ?? 'default'}
            options={choice.modes.map((mode) => ({ value: mode, label: say(mode), disabledReason: isLocked ? why : undefined }))}
            onChange={(mode) => mode !== 'default' && onChange(settingsForMode(mode, facts, choice))}
          />
          {choice.mode === 'effort' && (
            <Select
              label={say('chooseEffort')}
              size={24}
              value={settings.reasoningEffort ?? ''}
              options={withOwn(choice.efforts, settings.reasoningEffort).map((value) => ({ value, label: value }))}
              onChange={(reasoningEffort) => onChange({ reasoningEffort })}
            />
          )}
          {choice.mode === 'budget' && settings.thinking !== undefined && (
            <NumberField
              label={say('budgetTokens')}
              size={24}
              integer
              min={1}
              step={256}
              value={settings.thinking.budgetTokens ?? null}
              describedBy={describedBy}
              className={css.number}
              onChange={(tokens) =>
                onChange({ thinking: tokens === null ? { type: 'enabled' } : { type: 'enabled', budgetTokens: tokens } })
              }
            />
          )}
        </div>
      )}
    </ParameterLine>
  )
}

/** A value from elsewhere that the list does not have is shown all the same. */
const withOwn = (efforts: readonly string[], own: string | undefined): readonly string[] =>
  own === undefined || efforts.includes(own) ? efforts : [own, ...efforts]

function whyNot(
  canBeOff: boolean,
  { thinking, effort }: { readonly thinking: Parameter['fact'] | undefined; readonly effort: Parameter['fact'] | undefined },
  say: ReturnType<typeof useText<'modelConfig'>>,
): string | undefined {
  const usual = thinking?.default ?? effort?.default
  const byDefault = usual === undefined ? undefined : say('byDefault', { value: String(usual) })
  return canBeOff ? byDefault : [say('alwaysThinks'), byDefault].filter(Boolean).join(' ')
}
