import type { ModelSettings } from '@vitrine/contracts'
import { useText } from '../../messages/use-text.ts'
import { Switch } from '../../ui/checkbox.tsx'
import type { FieldNotes } from './field-notes.ts'
import { NumberParameter } from './number-parameter.tsx'
import type { Parameter } from './parameter-facts.ts'
import { ParameterLine } from './parameter-line.tsx'
import { useLockWords } from './use-lock-words.ts'
import type { SettingsPatch } from './with-settings.ts'

export interface LogprobsParametersProps {
  readonly logprobs: Parameter | undefined
  readonly topLogprobs: Parameter | undefined
  readonly settings: ModelSettings
  readonly onChange: (patch: SettingsPatch) => void
  readonly notes: FieldNotes
}

/** Whether the answer comes with the probability of each token, and of how many others. */
export function LogprobsParameters({ logprobs, topLogprobs, settings, onChange, notes }: LogprobsParametersProps) {
  const say = useText('modelConfig')
  const lockWords = useLockWords()
  const note = notes.get('logprobs')
  return (
    <>
      {logprobs && (
        <ParameterLine
          label={say('returnLogprobs')}
          why={logprobs.lock === null ? undefined : lockWords(logprobs.lock, settings.logprobs === true ? say('on') : null)}
          wrong={note === undefined ? [] : [say('refusedBy', { message: note })]}
          onReset={settings.logprobs === undefined ? undefined : () => onChange({ logprobs: undefined, topLogprobs: undefined })}
        >
          {() => (
            <Switch
              label={say('logprobsSwitch')}
              hideLabel
              checked={settings.logprobs === true}
              disabled={logprobs.lock !== null}
              onChange={(on) => onChange(on ? { logprobs: true } : { logprobs: undefined, topLogprobs: undefined })}
            />
          )}
        </ParameterLine>
      )}
      {topLogprobs && (
        <NumberParameter
          label={say('topLogprobs')}
          parameter={topLogprobs}
          value={settings.topLogprobs}
          isWhole
          note={notes.get('topLogprobs')}
          why={say('topLogprobsHelp')}
          onChange={(value) => onChange(value === undefined ? { topLogprobs: undefined } : { topLogprobs: value, logprobs: true })}
        />
      )}
    </>
  )
}
